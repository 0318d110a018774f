package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.shell.HookTemplates;
import dev.keyturn.cli.command.help.CompletionTable;
import dev.keyturn.cli.command.help.ManPage;
import dev.keyturn.cli.command.help.Page;
import dev.keyturn.cli.command.help.Pages;
import dev.keyturn.cli.command.port.ShellHooks;
import dev.keyturn.cli.command.port.ShellHooks.Shell;
import java.io.PrintStream;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Not a user's command: prints the manual pages and the completion scripts for packages. Each is
 * its path below {@code /usr/share}, a NUL, its text and a NUL.
 */
final class SharedFiles {

  private SharedFiles() {}

  public static void main(String[] arguments) {
    Pages pages = Commands.pages(new Wiring(Host.ofProcess(), line -> {}));
    PrintStream out = System.out;
    of(pages).forEach((path, text) -> out.print(path + "\0" + text + "\0"));
  }

  /** From the path to the text. */
  static SortedMap<String, String> of(Pages pages) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("man/man1/keyturn.1", ManPage.overview(pages, Version.text()));
    for (Page page : pages.all()) {
      files.put("man/man1/" + ManPage.name(page.name()) + ".1", ManPage.of(page, Version.text()));
    }
    ShellHooks hooks = new HookTemplates();
    String table = CompletionTable.of(pages);
    files.put("bash-completion/completions/keyturn", hooks.completion(Shell.BASH, table));
    files.put("zsh/site-functions/_keyturn", hooks.completion(Shell.ZSH, table));
    files.put("fish/vendor_completions.d/keyturn.fish", hooks.completion(Shell.FISH, table));
    return files;
  }
}
