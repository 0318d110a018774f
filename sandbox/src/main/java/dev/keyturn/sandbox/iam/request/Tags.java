package dev.keyturn.sandbox.iam.request;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Subject.Work;
import dev.keyturn.sandbox.state.identity.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tags in requests and answers, of users, roles, policies and virtual MFA devices. Only policies
 * distinguish "a" from "A".
 */
public final class Tags {
  private static final int MOST = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private Tags() {}

  /** The work of an action such as TagUser. */
  public static <T> Work<T> tag(Function<T, List<Tag>> tags) {
    return (call, subject) ->
        merge(tags.apply(subject), of(call.parameters()), String::equalsIgnoreCase);
  }

  /** The same where letter case counts, as for policies. */
  public static <T> Work<T> tagCaseSensitively(Function<T, List<Tag>> tags) {
    return (call, subject) ->
        merge(tags.apply(subject), caseSensitive(call.parameters()), String::equals);
  }

  /** The answer with its tags. */
  public static Structure describe(Structure answer, List<Tag> tags) {
    return answer.withStructures("Tags", tags.stream().map(Tags::describe).toList());
  }

  private static Structure describe(Tag tag) {
    return Structure.empty().with("Key", tag.key()).with("Value", tag.value());
  }

  /**
   * The tags of a request.
   *
   * @throws AwsError ValidationError, or InvalidInput for a duplicate key
   */
  public static List<Tag> of(Parameters parameters) {
    return tags(
        parameters,
        key -> key.toLowerCase(Locale.ROOT),
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }

  /** The tags of a request where letter case counts. */
  public static List<Tag> caseSensitive(Parameters parameters) {
    return tags(parameters, key -> key, "Duplicate tag keys found.");
  }

  private static List<Tag> tags(
      Parameters parameters, Function<String, String> normal, String duplicate) {
    List<Tag> tags = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    List<Parameters> members = parameters.structures("Tags");
    requireFew("tags", members.size());
    for (int i = 0; i < members.size(); i++) {
      Tag tag = tag(members.get(i), "tags." + (i + 1) + ".member.");
      if (!keys.add(normal.apply(tag.key()))) {
        throw new AwsError(400, "InvalidInput", duplicate);
      }
      tags.add(tag);
    }
    return tags;
  }

  private static Tag tag(Parameters member, String place) {
    String key = present(member, "Key", place + "key");
    String value = present(member, "Value", place + "value");
    refuse(place + "key", problem(key, 1, LONGEST_KEY, KEY));
    refuse(place + "value", problem(value, 0, LONGEST_VALUE, VALUE));
    return new Tag(key, value);
  }

  private static String present(Parameters member, String name, String place) {
    String text = member.text(name);
    refuse(place, text == null ? "not be null" : null);
    return String.valueOf(text);
  }

  private static @Nullable String problem(String text, int least, int most, Pattern pattern) {
    if (text.length() > most) {
      return "have length less than or equal to " + most;
    }
    if (text.length() < least) {
      return "have length greater than or equal to " + least;
    }
    return pattern.matcher(text).matches()
        ? null
        : "satisfy regular expression pattern: " + pattern.pattern();
  }

  private static void refuse(String place, @Nullable String problem) {
    if (problem != null) {
      throw AwsError.validation(
          "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must %s"
              .formatted(place, problem));
    }
  }

  private static void requireFew(String place, int size) {
    refuse(place, size > MOST ? "have length less than or equal to " + MOST : null);
  }

  private static Structure merge(
      List<Tag> tags, List<Tag> added, BiPredicate<String, String> sameKey) {
    List<Tag> kept =
        tags.stream()
            .filter(tag -> added.stream().noneMatch(other -> sameKey.test(tag.key(), other.key())))
            .toList();
    if (kept.size() + added.size() > MOST) {
      throw AwsError.limitExceeded("The number of tags has reached the maximum limit.");
    }
    tags.clear();
    tags.addAll(kept);
    tags.addAll(added);
    return Structure.empty();
  }

  /** The work of an action such as UntagUser. */
  public static <T> Work<T> untag(Function<T, List<Tag>> tags) {
    return untag(tags, String::equalsIgnoreCase);
  }

  /** The same where letter case counts, as for policies. */
  public static <T> Work<T> untagCaseSensitively(Function<T, List<Tag>> tags) {
    return untag(tags, String::equals);
  }

  private static <T> Work<T> untag(
      Function<T, List<Tag>> tags, BiPredicate<String, String> sameKey) {
    return (call, subject) -> {
      List<String> keys = call.parameters().list("TagKeys");
      requireFew("tagKeys", keys.size());
      for (String key : keys) {
        refuse("tagKeys", problem(key, 1, LONGEST_KEY, KEY) == null ? null : keyRule());
      }
      tags.apply(subject)
          .removeIf(tag -> keys.stream().anyMatch(key -> sameKey.test(tag.key(), key)));
      return Structure.empty();
    };
  }

  private static String keyRule() {
    return "satisfy constraint: [Member must have length less than or equal to "
        + LONGEST_KEY
        + ", Member must have length greater than or equal to 1, Member must satisfy regular"
        + " expression pattern: "
        + KEY.pattern()
        + ", Member must not be null]";
  }

  /** The work of an action such as ListUserTags, whose shapes are those of paging. */
  public static <T> Work<T> list(Function<T, List<Tag>> tags) {
    return (call, subject) -> {
      List<Tag> sorted =
          tags.apply(subject).stream().sorted(Comparator.comparing(Tag::key)).toList();
      return Page.of(call, sorted).structures("Tags", Tags::describe);
    };
  }
}
