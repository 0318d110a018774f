package dev.keyturn.cli.app;

import dev.keyturn.cli.command.help.LaunchTable;
import java.io.PrintStream;
import java.util.List;

/**
 * Not a user's command: prints for each argument, a command line of words between blanks, the name
 * of the AOT cache that it starts with. The build uses it to decide what each cache is trained
 * with.
 */
final class CachesOfLines {

  private CachesOfLines() {}

  public static void main(String[] commandLines) {
    LaunchTable table = new LaunchTable(Commands.pages(new Wiring(Host.ofProcess(), line -> {})));
    PrintStream out = System.out;
    for (String line : commandLines) {
      out.println(table.of(List.of(line.split(" ", -1))).cache());
    }
  }
}
