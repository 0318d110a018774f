package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.SectionHeader;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;

/**
 * What may be written: only what the AWS SDKs and the Python tools read alike. Messages never
 * repeat a value, which may be secret.
 */
final class WritableText {

  private static final String LETTERS = "letters, digits and - _ / . % @ : +";

  private WritableText() {}

  /** Refuses a name that cannot be written on a line of any file. */
  static void checkOneLine(String what, String text) {
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      if (isLineBreak(letter)) {
        throw refused(what + " contains a line break", "use a single line");
      }
      if (Character.isISOControl(letter) && letter != '\t') {
        throw refused(what + " contains a control character", "use plain text");
      }
      if (isUnpairedSurrogate(text, index)) {
        throw refused(what + " is not valid Unicode text", "use plain text");
      }
    }
  }

  /** Refuses a value that one of the dialects would read as something else. */
  static void checkValue(String key, String value) {
    String what = "the value for '" + key + "'";
    checkOneLine(what, value);
    if (!value.isEmpty()
        && (isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1)))) {
      throw refused(
          what + " begins or ends with white space, which AWS tools ignore",
          "remove the white space");
    }
    for (int index = 0; index < value.length(); index++) {
      boolean sign = value.charAt(index) == '#' || value.charAt(index) == ';';
      if (sign && (index == 0 || isBlank(value.charAt(index - 1)))) {
        throw refused(
            what + " contains # or ; after a space, which AWS SDKs treat as a comment",
            "remove the space or the sign");
      }
    }
  }

  /** Refuses a new key that one of the dialects would not see. */
  static void checkNewKey(String key) {
    if (!SectionHeader.isIdentifier(key) || key.indexOf(':') >= 0) {
      throw refused(
          "'" + key + "' cannot be a key: AWS tools read only letters, digits and - _ / % @ +",
          "keyturn config set profile.NAME.KEY VALUE");
    }
  }

  /** Refuses a new section that one of the dialects would not see. */
  static void checkNewSection(FileKind kind, SectionName section) {
    String name = section.name();
    if (!SectionHeader.isIdentifier(name)) {
      throw refused(
          "'" + name + "' cannot be the name of a section: AWS SDKs read only " + LETTERS,
          "choose a name without other characters");
    }
    if (name.equals("DEFAULT") && !section.behindPrefix()) {
      throw refused(
          "the AWS CLI would apply the settings of a section [DEFAULT] to every profile",
          "write default in lowercase");
    }
    if (kind == FileKind.CREDENTIALS && section.behindPrefix()) {
      throw refused(
          "AWS SDKs ignore [" + section.text() + "] in a credentials file",
          "name the section " + name);
    }
  }

  static FailureException refused(String message, String hint) {
    return new Failure.Usage(message, hint).exception();
  }

  /** What Java, Python or an AWS SDK takes for the end of a line. */
  private static boolean isLineBreak(char letter) {
    return (letter >= '\n' && letter <= '\r')
        || (letter >= '\u001c' && letter <= '\u001e')
        || letter == '\u0085'
        || letter == '\u2028'
        || letter == '\u2029';
  }

  private static boolean isUnpairedSurrogate(String text, int index) {
    int codePoint = text.codePointAt(index);
    boolean second = index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    return Character.isSurrogate(text.charAt(index))
        && codePoint <= Character.MAX_VALUE
        && !(second && Character.isLowSurrogate(text.charAt(index)));
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter == '\t';
  }
}
