package dev.keyturn.adapter.awsfile.text;

import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.FileKind;

/**
 * The rules of the format that make a whole file unreadable to the AWS SDKs when a line breaks
 * them.
 */
public enum Mistake {
  NO_BRACKET("Profile definition must end with ']'", "write this line as HEADER"),
  NO_SECTION(
      "Expected a profile definition",
      "write a line [default] or HEADER above this line, or remove it"),
  NO_EQUALS(
      "Expected an '=' sign defining a property",
      "write this line as 'key = value', or put a # in its first column"),
  NO_NAME(
      "Property did not have a name",
      "write this line as 'key = value', or put a # in its first column"),
  NO_PROPERTY(
      "Expected a property definition, found continuation",
      "remove the blanks at the beginning of this line, or put a # in its first column"),
  NO_EQUALS_IN_BLOCK(
      "Expected an '=' sign defining a sub-property",
      "write this line as '  key = value', or put a # in its first column"),
  NO_NAME_IN_BLOCK(
      "Sub-property did not have a name",
      "write this line as '  key = value', or put a # in its first column"),
  NOT_TEXT(
      "the file is not text in UTF-8",
      "save the file as UTF-8 text, or move it away and restore it from a backup"),
  UTF_16(
      "the file is UTF-16, which no AWS tool reads",
      "save the file as UTF-8; in PowerShell: Set-Content -Encoding utf8");

  public final String rule;
  private final String repair;

  Mistake(String rule, String repair) {
    this.rule = rule;
    this.repair = repair;
  }

  /** The failure for a file with this mistake in {@code line}, counted from 1. */
  public FileFailure in(FileKind kind, String file, int line) {
    String header = kind == FileKind.CONFIG ? "[profile NAME]" : "[NAME]";
    String what =
        repair
            .replace("HEADER", header)
            .replace("this line", "line " + line + " of " + file)
            .replace("the file", file);
    return new FileFailure.Broken(file, line, rule, what);
  }
}
