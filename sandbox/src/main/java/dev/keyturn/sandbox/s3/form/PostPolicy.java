package dev.keyturn.sandbox.s3.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form may contain, and until when.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">S3
 *     API, POST policy</a>
 * @see <a href="https://github.com/versity/versitygw/blob/main/s3err/post-object.go">AWS's words
 *     for what is wrong with one</a>
 */
record PostPolicy(Instant expiration, List<Condition> conditions) {
  private static final Set<String> OPERATIONS = Set.of("eq", "starts-with", "content-length-range");

  private sealed interface Condition {}

  /**
   * A condition on a field.
   *
   * @param field with its dollar sign
   */
  private record OnField(boolean isPrefix, String field, String value) implements Condition {
    /** As S3 quotes it. */
    @Override
    public String toString() {
      String operation = isPrefix ? "starts-with" : "eq";
      return "[\"%s\", \"%s\", \"%s\"]".formatted(operation, field, value.replace("\"", "\\\""));
    }

    String name() {
      return field.startsWith("$") ? field.substring(1).toLowerCase(Locale.ROOT) : "";
    }

    /** Each content type of a list must have the prefix. Even an empty prefix needs the field. */
    boolean isMetBy(@Nullable String actual) {
      if (!isPrefix) {
        return value.equals(actual);
      }
      if (actual == null) {
        return false;
      }
      List<String> values =
          name().equals("content-type") ? List.of(actual.split(" *, *", -1)) : List.of(actual);
      return values.stream().allMatch(each -> each.startsWith(value));
    }
  }

  private record OnSize(long least, long most) implements Condition {}

  /** A condition on the size whose bounds are not numbers: no form meets it. */
  private record OnNothing(String least, String most) implements Condition {
    /** As S3 quotes it. */
    @Override
    public String toString() {
      return "[\"content-length-range\", \"%s\", \"%s\"]".formatted(least, most);
    }
  }

  /**
   * The policy of a form.
   *
   * @param encoded as it is in the form, in Base64
   * @throws AwsError InvalidPolicyDocument
   */
  static PostPolicy parse(String encoded) {
    if (!(json(encoded) instanceof Json.Obj policy)) {
      throw invalid("Invalid JSON.");
    }
    for (String name : policy.members().keySet()) {
      if (!name.equals("expiration") && !name.equals("conditions")) {
        throw invalid("Unexpected: '" + name.toLowerCase(Locale.ROOT) + "'");
      }
    }
    if (!(policy.get("expiration") instanceof Json.Str expiration)) {
      throw invalid("Policy missing expiration.");
    }
    Json conditions = policy.get("conditions");
    if (conditions == null) {
      throw invalid("Policy missing conditions.");
    }
    if (!(conditions instanceof Json.Arr list)) {
      throw invalid("Invalid 'conditions' value: must be a List.");
    }
    return new PostPolicy(
        time(expiration.value()), list.items().stream().map(PostPolicy::condition).toList());
  }

  private static Json json(String encoded) {
    if (encoded.isBlank()) {
      throw invalid("Expecting '{' but found End-of-Input");
    }
    byte[] text;
    try {
      text = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw invalid("invalid Base64 encoding.");
    }
    try {
      return Json.parse(new String(text, UTF_8));
    } catch (JsonException e) {
      throw invalid("Invalid JSON.");
    }
  }

  private static Instant time(String text) {
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      // Refused like a time of another form.
    }
    throw invalid("Invalid 'expiration' value: '" + text + "'");
  }

  /**
   * <pre>
   * condition = "{" field : value "}" / "[" ( "eq" / "starts-with" ) "," "$" field "," value "]"
   *           / "[" "content-length-range" "," least "," most "]"
   * </pre>
   */
  private static Condition condition(Json json) {
    if (json instanceof Json.Obj simple) {
      if (simple.members().size() != 1) {
        throw invalid(
            "Invalid Simple-Condition: Simple-Conditions must have exactly one property"
                + " specified.");
      }
      Map.Entry<String, Json> only = simple.members().entrySet().iterator().next();
      if (!(only.getValue() instanceof Json.Str value)) {
        throw invalid(
            only.getValue().print().equals("null")
                ? "Invalid JSON."
                : "Invalid Simple-Condition: value must be a string.");
      }
      return new OnField(false, "$" + only.getKey(), value.value());
    }
    if (!(json instanceof Json.Arr list)) {
      throw invalid("Invalid condition test: must be a List or Object.");
    }
    if (list.items().isEmpty() || !(list.items().get(0) instanceof Json.Str operation)) {
      throw invalid("Invalid Condition: missing operation identifier.");
    }
    return condition(operation.value(), list.items().subList(1, list.items().size()));
  }

  private static Condition condition(String name, List<Json> operands) {
    String operation = name.toLowerCase(Locale.ROOT);
    if (!OPERATIONS.contains(operation)) {
      throw invalid("Invalid Condition: unknown operation '" + name + "'.");
    }
    if (operands.size() != 2) {
      throw invalid("Invalid " + name + ": wrong number of arguments.");
    }
    Json first = operands.get(0);
    Json second = operands.get(1);
    if (operation.equals("content-length-range")) {
      return onSize(first, second);
    }
    if (first instanceof Json.Str field && second instanceof Json.Str value) {
      return new OnField(operation.equals("starts-with"), field.value(), value.value());
    }
    throw invalid("Invalid JSON.");
  }

  /** The bounds can be texts, which then need not be numbers. */
  private static Condition onSize(Json least, Json most) {
    String first = bound(least);
    String last = bound(most);
    return isSize(first) && isSize(last)
        ? new OnSize(Long.parseLong(first), Long.parseLong(last))
        : new OnNothing(first, last);
  }

  private static String bound(Json json) {
    String text = json instanceof Json.Str string ? string.value() : json.print();
    if (!(json instanceof Json.Str) && !isSize(text)) {
      throw invalid("Invalid JSON.");
    }
    return text;
  }

  private static boolean isSize(String text) {
    return text.matches("[0-9]{1,18}");
  }

  /**
   * Passes when the form meets all conditions of the policy.
   *
   * @param fields by lower-case name, the bucket among them
   * @throws AwsError AccessDenied, EntityTooSmall or EntityTooLarge
   */
  void require(Map<String, String> fields, long size, Instant now) {
    if (!now.isBefore(expiration)) {
      throw violated("Policy expired.");
    }
    Set<String> covered = new HashSet<>();
    for (Condition condition : conditions) {
      if (condition instanceof OnField field) {
        covered.add(field.name());
        if (!field.isMetBy(fields.get(field.name()))) {
          throw violated("Policy Condition failed: " + field);
        }
      } else if (condition instanceof OnSize range) {
        require(range, size);
      } else {
        throw violated("Policy Condition failed: " + condition);
      }
    }
    List<String> extra = new ArrayList<>(fields.keySet());
    extra.removeIf(name -> covered.contains(name) || needsNoCondition(name));
    if (!extra.isEmpty()) {
      throw violated("Extra input fields: " + String.join(", ", extra));
    }
  }

  private static void require(OnSize range, long size) {
    String proposed = Long.toString(size);
    if (size < range.least()) {
      throw new AwsError(
          400,
          "EntityTooSmall",
          "Your proposed upload is smaller than the minimum allowed size",
          Map.of("ProposedSize", proposed, "MinSizeAllowed", Long.toString(range.least())));
    }
    if (size > range.most()) {
      throw new AwsError(
          400,
          "EntityTooLarge",
          "Your proposed upload exceeds the maximum allowed size",
          Map.of("ProposedSize", proposed, "MaxSizeAllowed", Long.toString(range.most())));
    }
  }

  private static boolean needsNoCondition(String name) {
    return name.equals("policy") || name.equals("x-amz-signature") || name.startsWith("x-ignore-");
  }

  private static AwsError violated(String how) {
    return AwsError.accessDenied("Invalid according to Policy: " + how);
  }

  private static AwsError invalid(String how) {
    return new AwsError(400, "InvalidPolicyDocument", "Invalid Policy: " + how);
  }
}
