package dev.keyturn.domain.iam.csv;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A CSV file of access keys, as the AWS console offers it for download and {@code aws configure
 * import} reads it: columns are found by name, in any case and order. A spreadsheet that saved it
 * may have quoted the fields, and put semicolons or tabs between them.
 */
public final class AccessKeyCsv {

  private static final String USER = "User Name";
  private static final String ID = "Access key ID";
  private static final String SECRET = "Secret access key";
  private static final String REPAIR =
      "its first line is 'User Name,Access key ID,Secret access key', as AWS writes it";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * One row.
   *
   * @param user the name of the user; empty where the file has no names
   */
  public record Entry(String user, AccessKey key) {}

  private final String file;
  private final boolean skipsInvalid;
  private final List<Entry> entries = new ArrayList<>();
  private char separator = ',';

  private AccessKeyCsv(String file, boolean skipsInvalid) {
    this.file = file;
    this.skipsInvalid = skipsInvalid;
  }

  /**
   * The rows of a file.
   *
   * @param file what messages call it
   * @param skipsInvalid whether a row that lacks a value is skipped
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken}, without any
   *     text from the file
   */
  public static List<Entry> parse(String file, String text, boolean skipsInvalid) {
    return new AccessKeyCsv(file, skipsInvalid).parse(text);
  }

  private List<Entry> parse(String text) {
    String begin = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    List<String> lines = begin.lines().toList();
    if (begin.isBlank()) {
      throw broken(1, "the file is empty");
    }
    separator = separator(lines.get(0));
    List<String> header = fields(lines.get(0)).stream().map(AccessKeyCsv::normal).toList();
    int user = header.indexOf(normal(USER));
    int id = column(header, ID);
    int secret = column(header, SECRET);
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        row(line + 1, fields(lines.get(line)), user, id, secret);
      }
    }
    return List.copyOf(entries);
  }

  /** The names of the columns contain none of these characters. */
  private static char separator(String header) {
    return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int index = 0; index < line.length(); index++) {
      char letter = line.charAt(index);
      if (letter == '"') {
        isQuoted = !isQuoted;
      } else if (letter == separator && !isQuoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(letter);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private int column(List<String> header, String name) {
    int column = header.indexOf(normal(name));
    if (column < 0) {
      throw broken(1, "there is no column '" + name + "'");
    }
    return column;
  }

  private void row(int line, List<String> fields, int user, int id, int secret) {
    String missing = missing(fields, user, id, secret);
    if (missing.isEmpty()) {
      String name = user < 0 ? "" : fields.get(user);
      entries.add(new Entry(name, new AccessKey(fields.get(id), Secret.of(fields.get(secret)))));
    } else if (!skipsInvalid) {
      throw broken(line, "the column '" + missing + "' is empty");
    }
  }

  /** The name of a column that has no value; empty if all have one. */
  private static String missing(List<String> fields, int user, int id, int secret) {
    if (user >= 0 && isMissing(fields, user)) {
      return USER;
    }
    if (isMissing(fields, id)) {
      return ID;
    }
    return isMissing(fields, secret) ? SECRET : "";
  }

  private static boolean isMissing(List<String> fields, int column) {
    return column >= fields.size() || fields.get(column).isEmpty();
  }

  private RuntimeException broken(int line, String rule) {
    return new FileFailure.Broken(file, line, rule, REPAIR).exception();
  }

  /** Says what to do with {@code file} once its keys are stored elsewhere. */
  public static String leftOver(String file) {
    return file + " still contains the secret; to delete it: " + ShellCommand.of("rm", file);
  }
}
