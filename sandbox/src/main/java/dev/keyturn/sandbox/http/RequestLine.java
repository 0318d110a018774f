package dev.keyturn.sandbox.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request.
 *
 * <pre>
 * request-line = method SP target SP "HTTP/1." DIGIT
 * target       = [ "http" [ "s" ] "://" authority ] path [ "?" query ]
 * </pre>
 *
 * <p>A path may contain blanks and bytes above 127, as in AWS's own signing examples.
 */
record RequestLine(String method, String path, String query, boolean oldProtocol) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z]{1,16}) (?:https?://[^/?]*)?([^?]*)(?:\\?(.*))? HTTP/1\\.([0-9])");

  static RequestLine parse(String line) throws BadRequestException {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new BadRequestException("no HTTP/1.1 request line");
    }
    String path = matcher.group(2);
    String query = matcher.group(3);
    if (!path.isEmpty() && !path.startsWith("/")) {
      throw new BadRequestException("the path begins with no slash");
    }
    return new RequestLine(
        matcher.group(1),
        path.isEmpty() ? "/" : path,
        query == null ? "" : query,
        matcher.group(4).equals("0"));
  }
}
