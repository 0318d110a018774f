package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.CLI;
import static dev.keyturn.adapter.awsfile.lint.Rule.NOBODY;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Rules about a key and its value. */
final class PropertyRules {

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "duplicate-key",
              "read the last value",
              "cannot read the file",
              CLI,
              "remove the earlier line",
              PropertyRules::duplicateKey),
          Rule.of(
              "key-name", "ignore the setting", "reads it", NOBODY, null, PropertyRules::keyName),
          Rule.of(
              "colon-in-key",
              "treat the colon as part of the key",
              "treats it as the end of the key",
              NOBODY,
              null,
              PropertyRules::colonInKey),
          Rule.of(
              "inline-comment",
              "read the value without the comment",
              "treats the comment as part of the value",
              NOBODY,
              "move the comment to a line of its own above",
              PropertyRules::inlineComment));

  private PropertyRules() {}

  private static void duplicateKey(LintedFile file, Report report) {
    Set<LintedLine> continued = new HashSet<>();
    for (LintedLine line : file.lines()) {
      if (line.property() != null) {
        continued.add(line.property());
      }
    }
    Map<String, LintedLine> keysOfDefault = new HashMap<>();
    Map<String, LintedLine> keys = new HashMap<>();
    for (LintedLine line : file.lines()) {
      if (line.cli().is(CliLine.Kind.HEADER)) {
        keys = line.cli().value().equals("DEFAULT") ? keysOfDefault : new HashMap<>();
      } else if (line.cli().is(CliLine.Kind.OPTION)) {
        LintedLine earlier = keys.put(line.cli().key(), line);
        if (earlier != null) {
          report.add(line, repair(file.file(), earlier, line, continued));
        }
      }
    }
  }

  /** Only where both lines are the same setting to AWS SDKs, and the earlier one is one line. */
  private static Splice[] repair(
      AwsFile file, LintedLine earlier, LintedLine line, Set<LintedLine> continued) {
    boolean same =
        earlier.is(Kind.PROPERTY)
            && line.is(Kind.PROPERTY)
            && Objects.equals(earlier.section(), line.section())
            && earlier.key(file).equalsIgnoreCase(line.key(file));
    return same && !continued.contains(earlier)
        ? new Splice[] {new Splice(earlier.start(), earlier.next(), "")}
        : new Splice[0];
  }

  private static void keyName(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      boolean inSection = line.section() != null && line.section().header().skipped() == null;
      if (inSection && line.is(Kind.PROPERTY) && line.ignoredKey()) {
        report.add(line);
      }
    }
  }

  private static void colonInKey(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      boolean option = line.is(Kind.PROPERTY) && line.cli().is(CliLine.Kind.OPTION);
      if (option && line.isReadBySdks() && line.key(file.file()).indexOf(':') >= 0) {
        report.add(line);
      }
    }
  }

  private static void inlineComment(LintedFile file, Report report) {
    AwsFile bytes = file.file();
    Set<LintedLine> noBlocks = aboveLinesThatAreNoPairs(file);
    for (LintedLine line : file.lines()) {
      boolean setting = line.is(Kind.PROPERTY) || line.is(Kind.SUB_PROPERTY);
      boolean comment = setting && line.isReadBySdks() && !line.comment(bytes).isEmpty();
      if (comment) {
        boolean repaired =
            bytes.isText(line.start(), line.end())
                && !MeantWithSign.isAt(bytes, line)
                && !noBlocks.contains(line);
        String key = "'" + line.key(bytes) + "'";
        report.add(
            line,
            "read " + key + " without the comment",
            "treats the comment as part of " + key,
            NOBODY,
            repaired ? new Splice[] {commentAbove(bytes, line)} : new Splice[0]);
      }
    }
  }

  /**
   * Properties that would end up as a block without equals signs, which the Python tools cannot
   * read.
   */
  private static Set<LintedLine> aboveLinesThatAreNoPairs(LintedFile file) {
    Set<LintedLine> found = new HashSet<>();
    for (LintedLine line : file.lines()) {
      LintedLine property = line.property();
      if (property != null
          && line.cli().is(CliLine.Kind.CONTINUATION)
          && property.valueStart() == property.valueEnd()
          && !CliReading.isBlockOfPairs(line.cli().value())) {
        found.add(property);
      }
    }
    return found;
  }

  /** The line with its comment on a line of its own above. */
  static Splice commentAbove(AwsFile file, LintedLine line) {
    String comment = line.comment(file);
    String ending = file.text(line.end(), line.next());
    String rest =
        line.is(Kind.HEADER)
            ? file.text(line.start(), line.valueEnd() + 1)
            : file.text(line.start(), line.settingEnd());
    return new Splice(
        line.start(),
        line.next(),
        comment + (ending.isEmpty() ? file.lineEnding() : ending) + rest + ending);
  }

  static String lowerCaseKey(AwsFile file, LintedLine line) {
    return line.key(file).toLowerCase(Locale.ROOT);
  }
}
