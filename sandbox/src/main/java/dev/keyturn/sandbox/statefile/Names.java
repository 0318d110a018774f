package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.state.identity.Tag;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What all named things of an account have.
 *
 * <pre>
 * name = 1*128( letter / digit / "_" / "+" / "=" / "," / "." / "@" / "-" )
 * path = "/" / ( "/" 1*VCHAR "/" )
 * tags = [ { "Key" : text, "Value" : text } … ]
 * </pre>
 */
final class Names {
  private static final Pattern PATH = Pattern.compile("/|/[!-~]{1,510}/");

  private Names() {}

  static String name(Field field, String member, int longest) {
    String name = field.required(member);
    if (!name.matches("[\\w+=,.@-]{1," + longest + "}")) {
      throw field.wrong(
          "\"%s\" may hold 1 to %d letters, digits and _+=,.@-".formatted(member, longest));
    }
    return name;
  }

  static String path(Field field) {
    String path = field.text("Path", "/");
    if (!PATH.matcher(path).matches()) {
      throw field.wrong("\"Path\" must begin and end with /");
    }
    return path;
  }

  static List<Tag> tags(Field field) {
    return field.list("Tags", Names::tag);
  }

  private static Tag tag(Field field) {
    field.object(Set.of("Key", "Value"));
    return new Tag(field.required("Key"), field.text("Value", ""));
  }
}
