package dev.keyturn.adapter.awsfile.text;

/** The rules of the format whose breach makes a whole file unreadable to the AWS SDKs. */
public enum Mistake {
  NO_BRACKET(
      "Profile definition must end with ']'",
      "write this line as [profile NAME], in the credentials file as [NAME]"),
  NO_SECTION(
      "Expected a profile definition",
      "write a line [default] or [profile NAME] above this line, or remove it"),
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
  public final String repair;

  Mistake(String rule, String repair) {
    this.rule = rule;
    this.repair = repair;
  }
}
