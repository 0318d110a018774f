package dev.keyturn.domain.policy.document;

import dev.keyturn.domain.json.Json;
import dev.keyturn.domain.json.Position;
import java.util.List;

/**
 * Reads actions and resources.
 *
 * <pre>
 * action   = "*" | service ":" name
 * resource = "*" | "arn:" partition ":" service [ ":" … ]
 * </pre>
 */
final class NameParser {

  private final Mistakes mistakes;
  private final LanguageVersion version;

  NameParser(Mistakes mistakes, LanguageVersion version) {
    this.mistakes = mistakes;
    this.version = version;
  }

  Names actions(Json.Member member) {
    List<TextPattern> patterns =
        values(member).stream().map(value -> action(member.name(), value)).toList();
    return new Names(member.name().equals("NotAction"), patterns);
  }

  Names resources(Json.Member member) {
    List<TextPattern> patterns =
        values(member).stream().map(value -> resource(member.name(), value)).toList();
    return new Names(member.name().equals("NotResource"), patterns);
  }

  private List<Json> values(Json.Member member) {
    List<Json> values = Mistakes.elements(member.value());
    if (values.isEmpty()) {
      throw mistakes.at(
          member.position(), member.name() + " is empty", "name one, or \"*\" for all");
    }
    return values;
  }

  /** Actions contain no variables, whatever the version. */
  private TextPattern action(String element, Json value) {
    String action = mistakes.text(element, value);
    int colon = action.indexOf(':');
    boolean valid =
        colon > 0
            && colon < action.length() - 1
            && colon == action.lastIndexOf(':')
            && isService(action.substring(0, colon));
    if (!valid && !action.equals("*")) {
      throw mistakes.at(
          value.position(),
          "'" + action + "' is not an action",
          "write SERVICE:ACTION, such as iam:GetUser, or \"*\"");
    }
    return TextPattern.of(action, LanguageVersion.V2008);
  }

  private static boolean isService(String text) {
    return text.equals("*") || text.chars().allMatch(c -> Ascii.isAlphanumeric(c) || c == '-');
  }

  private TextPattern resource(String element, Json value) {
    String resource = mistakes.text(element, value);
    if (!resource.equals("*")) {
      requireArn(resource, value.position());
    }
    return TextPattern.of(resource, version);
  }

  private void requireArn(String resource, Position position) {
    String[] parts = resource.split(":", 4);
    boolean valid =
        parts.length >= 3
            && parts[0].equals("arn")
            && isPartition(parts[1])
            && !parts[2].isEmpty()
            && parts[2].chars().allMatch(c -> Ascii.isAlphanumeric(c) || c == '-');
    if (!valid) {
      throw mistakes.at(
          position,
          "'" + resource + "' is not a resource",
          "write an ARN, such as arn:aws:s3:::BUCKET/*, or \"*\"");
    }
  }

  private static boolean isPartition(String text) {
    return text.equals("*")
        || text.equals("aws")
        || (text.startsWith("aws-")
            && text.chars().allMatch(c -> Ascii.isAlphanumeric(c) || c == '-'));
  }
}
