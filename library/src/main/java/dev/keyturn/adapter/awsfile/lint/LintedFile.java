package dev.keyturn.adapter.awsfile.lint;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file as both dialects read it, line by line, for rules to look at.
 *
 * @param file its bytes
 * @param kind how it is read
 * @param lines all its lines
 * @param sections its sections in file order
 * @param other the other of the two AWS files; null where it does not matter
 */
record LintedFile(
    AwsFile file,
    FileKind kind,
    List<LintedLine> lines,
    List<LintedSection> sections,
    @Nullable LintedFile other) {

  static LintedFile of(AwsFile file, FileKind kind, @Nullable LintedFile other) {
    LintedFile linted = new LintedFile(file, kind, new ArrayList<>(), new ArrayList<>(), other);
    if (!file.isUtf16()) {
      linted.read();
    }
    return linted;
  }

  private void read() {
    AwsFileScanner scanner = new AwsFileScanner(file, kind);
    CliReading reading = new CliReading();
    LintedSection section = null;
    LintedLine property = null;
    for (Kind next = scanner.next(); next != Kind.END; next = scanner.next()) {
      CliLine cli = reading.next(file.text(scanner.start(), scanner.end()));
      if (next == Kind.HEADER) {
        section = section(scanner.currentHeader(), scanner.value(), cli);
        sections.add(section);
      }
      boolean indented = scanner.textStart() > scanner.start();
      property = next == Kind.HEADER || (!indented && isLineOfItsOwn(next)) ? null : property;
      LintedLine line = LintedLine.at(scanner, next, section, continued(next, property), cli);
      property = next == Kind.PROPERTY ? line : property;
      lines.add(line);
      if (section != null) {
        section.lines().add(line);
      }
    }
  }

  private static boolean isLineOfItsOwn(Kind kind) {
    return kind == Kind.SKIPPED || kind == Kind.BROKEN;
  }

  private static @Nullable LintedLine continued(Kind kind, @Nullable LintedLine property) {
    return switch (kind) {
      case CONTINUATION, SUB_PROPERTY, SKIPPED, BROKEN -> property;
      case BLANK, COMMENT, HEADER, PROPERTY, END -> null;
    };
  }

  private LintedSection section(SectionHeader header, String text, CliLine cli) {
    String cliText = cli.is(CliLine.Kind.HEADER) ? cli.value() : null;
    String name = cliText == null ? null : CliReading.section(kind, cliText);
    return new LintedSection(header, text, cliText, name, new ArrayList<>());
  }

  /** Whether a line makes the file unreadable to AWS SDKs. */
  boolean isBroken() {
    return lines.stream().anyMatch(line -> line.is(Kind.BROKEN));
  }
}
