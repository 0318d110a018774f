package dev.keyturn.cli.command.help;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.NearestName;
import java.util.List;

/**
 * All commands as described by help.
 *
 * @param all every command, in the order of help
 */
public record Pages(List<Page> all) {

  /** The page of the command called {@code name}. */
  public Page named(String name) {
    for (Page page : all) {
      if (page.name().equals(name)) {
        return page;
      }
    }
    throw unknown(name, "");
  }

  /** The pages of two-word commands that begin with {@code first}. */
  public List<Page> beginningWith(String first) {
    return all.stream().filter(page -> page.name().startsWith(first + " ")).toList();
  }

  /** Whether {@code words} name a command, or the first word of some; also true for no words. */
  boolean has(List<String> words) {
    String name = String.join(" ", words);
    return name.isEmpty()
        || all.stream().anyMatch(it -> it.name().equals(name) || it.name().startsWith(name + " "));
  }

  /** Help for {@code words}: a command, the first word of some, or all commands if empty. */
  String text(List<String> words, HelpText help) {
    String name = String.join(" ", words);
    if (name.isEmpty()) {
      return help.overview(all);
    }
    List<Page> several = beginningWith(name);
    return several.isEmpty() ? help.of(named(name)) : help.list(name, several);
  }

  /**
   * The failure that no command is called {@code typed}.
   *
   * @param next the word after it, which may belong to the name: {@code confg get}
   */
  public FailureException unknown(String typed, String next) {
    List<String> names = all.stream().map(Page::name).toList();
    List<String> ofTwoWords = names.stream().filter(name -> name.contains(" ")).toList();
    List<String> nearest = NearestName.all((typed + " " + next).strip(), ofTwoWords);
    if (next.isEmpty() || nearest.isEmpty()) {
      List<String> firstWords = names.stream().map(it -> it.split(" ", 2)[0]).distinct().toList();
      nearest = NearestName.all(typed, typed.contains(" ") ? names : firstWords);
    }
    String hint =
        nearest.isEmpty()
            ? "keyturn --help"
            : "did you mean "
                + String.join(" or ", nearest.stream().map(it -> "'keyturn " + it + "'").toList())
                + "?";
    return new Failure.Usage("there is no command '" + typed + "'", hint).exception();
  }
}
