package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.ProfileLint;
import dev.keyturn.domain.profile.file.Origin;
import java.util.Collection;
import java.util.List;

/** Notes about lines that AWS tools read differently, for the profiles in use. */
public final class LintNotes {

  /** More of them would hide other messages. */
  private static final int SHOWN = 5;

  private final ProfileLint lint;
  private final Output output;

  public LintNotes(ProfileLint lint, Output output) {
    this.lint = lint;
    this.output = output;
  }

  /**
   * Writes the findings that concern {@code profiles}.
   *
   * @param said messages that were shown already: findings at the places they name are left out
   */
  public void print(Collection<String> profiles, Collection<String> said) {
    List<LintFinding> findings =
        lint.of(profiles).stream()
            .filter(finding -> said.stream().noneMatch(text -> names(text, finding.origin())))
            .toList();
    findings.stream().limit(SHOWN).forEach(finding -> output.note(text(finding)));
    if (findings.size() > SHOWN) {
      output.note(
          "and " + (findings.size() - SHOWN) + " more findings; 'keyturn config lint' lists them");
    }
  }

  private static boolean names(String text, Origin place) {
    int end = text.indexOf(place.toString()) + place.toString().length();
    return text.contains(place.toString())
        && (end == text.length() || !Character.isDigit(text.charAt(end)));
  }

  private static String text(LintFinding finding) {
    String repair = finding.fix() == null ? "" : "; 'keyturn config lint --fix' repairs it";
    return finding.origin() + ": " + finding.message() + repair;
  }
}
