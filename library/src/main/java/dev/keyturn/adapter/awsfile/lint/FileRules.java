package dev.keyturn.adapter.awsfile.lint;

import static dev.keyturn.adapter.awsfile.lint.Rule.BOTH;
import static dev.keyturn.adapter.awsfile.lint.Rule.CLI;
import static dev.keyturn.adapter.awsfile.lint.Rule.SDK;

import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.AwsFileScanner.Kind;
import java.util.List;

/** Rules about the encoding of a file. */
final class FileRules {

  private static final String CANNOT_READ = "cannot read the file";

  static final List<Rule> ALL =
      List.of(
          Rule.of("utf-16", CANNOT_READ, CANNOT_READ, BOTH, null, FileRules::utf16),
          Rule.of(
              "byte-order-mark",
              "may not be able to read the file",
              CANNOT_READ,
              CLI,
              "remove the byte order mark",
              FileRules::byteOrderMark),
          Rule.of("not-utf-8", CANNOT_READ, CANNOT_READ, BOTH, null, FileRules::notUtf8),
          Rule.of(
              "nul-character",
              CANNOT_READ,
              "reads it as a character",
              SDK,
              null,
              FileRules::nulCharacter));

  private FileRules() {}

  private static void utf16(LintedFile file, Report report) {
    if (file.file().isUtf16()) {
      report.addFile();
    }
  }

  private static void byteOrderMark(LintedFile file, Report report) {
    int end = file.file().firstLine();
    if (end > 0) {
      report.addFile(new Splice(0, end, ""));
    }
  }

  private static void notUtf8(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      if (!file.file().isUtf8(line.start(), line.end())) {
        if (line.is(Kind.COMMENT)) {
          report.add(line, "ignore the line", CANNOT_READ, CLI);
        } else {
          report.add(line);
        }
      }
    }
  }

  private static void nulCharacter(LintedFile file, Report report) {
    for (LintedLine line : file.lines()) {
      boolean read = !line.is(Kind.COMMENT) && !line.is(Kind.SKIPPED);
      if (read && file.file().latin1(line.start(), line.end()).indexOf('\0') >= 0) {
        report.add(line);
      }
    }
  }
}
