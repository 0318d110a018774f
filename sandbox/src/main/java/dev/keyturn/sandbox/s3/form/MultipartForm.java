package dev.keyturn.sandbox.s3.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of the type {@code multipart/form-data} up to its file. S3 ignores everything after
 * the file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartForm {
  private static final int MOST_FIELD_BYTES = 20 * 1024;
  private static final int MOST_HEAD_BYTES = 8 * 1024;

  /** By RFC 2046. */
  private static final int MOST_BOUNDARY_CHARACTERS = 70;

  private static final Pattern NAME = Pattern.compile("[; ]name=(?:\"([^\"]*)\"|([^;]+))");
  private static final Pattern FILE_NAME = Pattern.compile("[; ]filename=(?:\"([^\"]*)\"|([^;]+))");

  /** One part; each character of the text is a byte. */
  private record Part(String disposition, int start, int end) {}

  private final byte[] body;
  private final String text;
  private final String delimiter;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private byte @Nullable [] file;
  private @Nullable String fileName;
  private int position;

  private MultipartForm(byte[] body, String boundary) {
    this.body = body;
    this.text = new String(body, ISO_8859_1);
    this.delimiter = "\r\n--" + boundary;
  }

  /**
   * The form in the body.
   *
   * @throws AwsError PreconditionFailed for another type of body, MalformedPOSTRequest
   */
  static MultipartForm of(Request request) {
    String type = request.header("Content-Type");
    List<String> parameters = type == null ? List.of() : List.of(type.split(";", -1));
    if (parameters.isEmpty()
        || !parameters.get(0).strip().equalsIgnoreCase("multipart/form-data")) {
      throw new AwsError(
          412,
          "PreconditionFailed",
          "At least one of the pre-conditions you specified did not hold",
          Map.of("Condition", "Bucket POST must be of the enclosure-type multipart/form-data"));
    }
    MultipartForm form = new MultipartForm(request.body(), boundary(parameters));
    form.read();
    return form;
  }

  private static String boundary(List<String> parameters) {
    for (String parameter : parameters) {
      String[] pair = parameter.split("=", 2);
      if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("boundary")) {
        String boundary = pair[1].replace("\"", "").strip();
        if (!boundary.isEmpty() && boundary.length() <= MOST_BOUNDARY_CHARACTERS) {
          return boundary;
        }
      }
    }
    throw malformed();
  }

  /** The fields before the file, by their names in lower case. */
  Map<String, String> fields() {
    return fields;
  }

  /** The content of the file; null in a form without one. */
  byte @Nullable [] file() {
    return file;
  }

  /** The name of the uploaded file without folders; null if the form does not contain it. */
  @Nullable String fileName() {
    return fileName;
  }

  private void read() {
    position = text.startsWith(delimiter.substring(2)) ? delimiter.length() - 2 : afterNext();
    int bytes = 0;
    while (file == null && !text.startsWith("--", position)) {
      Part part = part();
      String name = value(NAME, part.disposition()).toLowerCase(Locale.ROOT);
      if (name.equals("file")) {
        file = content(part);
        fileName =
            FILE_NAME.matcher(part.disposition()).find()
                ? value(FILE_NAME, part.disposition()).replaceFirst("^.*[/\\\\]", "")
                : null;
      } else {
        // An empty field counts too, so that their number has a limit.
        bytes += Math.max(1, part.end() - part.start() + name.length());
        if (bytes > MOST_FIELD_BYTES) {
          throw tooLarge();
        }
        fields.putIfAbsent(name, new String(content(part), UTF_8));
      }
    }
  }

  private byte[] content(Part part) {
    return Arrays.copyOfRange(body, part.start(), part.end());
  }

  private Part part() {
    int head = text.startsWith("\r\n", position) ? position + 2 : -1;
    int end = head < 0 ? -1 : text.indexOf("\r\n\r\n", position);
    if (end < 0 || end - head > MOST_HEAD_BYTES) {
      throw malformed();
    }
    String disposition = "";
    for (String line : text.substring(Math.min(head, end), end).split("\r\n", -1)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        disposition = line;
      }
    }
    int start = end + 4;
    position = start;
    position = afterNext();
    return new Part(disposition, start, position - delimiter.length());
  }

  /** Where the text goes on after the next delimiter. */
  private int afterNext() {
    int next = text.indexOf(delimiter, position);
    if (next < 0) {
      throw malformed();
    }
    return next + delimiter.length();
  }

  private static String value(Pattern pattern, String disposition) {
    Matcher matcher = pattern.matcher(disposition);
    if (!matcher.find()) {
      return "";
    }
    String value = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new String(value.strip().getBytes(ISO_8859_1), UTF_8);
  }

  /**
   * The code and text are not those of the documentation.
   *
   * @see <a href="https://github.com/waynehoover/s3_direct_upload/issues/45">AWS's answer</a>
   */
  private static AwsError tooLarge() {
    return new AwsError(
        400,
        "MaxPostPreDataLengthExceeded",
        "Your POST request fields preceeding the upload file was too large.",
        Map.of("MaxPostPreDataLengthBytes", "" + MOST_FIELD_BYTES));
  }

  private static AwsError malformed() {
    return new AwsError(
        400,
        "MalformedPOSTRequest",
        "The body of your POST request is not well-formed multipart/form-data.");
  }
}
