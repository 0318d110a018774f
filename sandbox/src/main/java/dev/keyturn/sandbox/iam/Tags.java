package dev.keyturn.sandbox.iam;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.Subject.Work;
import dev.keyturn.sandbox.state.ManagedPolicy;
import dev.keyturn.sandbox.state.MfaDevice;
import dev.keyturn.sandbox.state.Role;
import dev.keyturn.sandbox.state.Tag;
import dev.keyturn.sandbox.state.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags of users, roles, policies and virtual MFA devices; only policies tell "a" from "A". */
final class Tags {
  private static final int MOST = 50;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

  private Tags() {}

  static List<Action> actions() {
    return Stream.of(
            List.of(
                Subject.user("TagUser", tag(User::tags)),
                Subject.user("UntagUser", untag(User::tags)),
                Subject.user("ListUserTags", list(User::tags), Page.and())),
            List.of(
                Subject.role("TagRole", tag(Role::tags)),
                Subject.role("UntagRole", untag(Role::tags)),
                Subject.role("ListRoleTags", list(Role::tags), Page.and())),
            List.of(
                Subject.policy("TagPolicy", Tags::tagPolicy),
                Subject.policy("UntagPolicy", untag(ManagedPolicy::tags)),
                Subject.policy("ListPolicyTags", list(ManagedPolicy::tags), Page.and())),
            List.of(
                device("TagMFADevice", tag(MfaDevice::tags)),
                device("UntagMFADevice", untag(MfaDevice::tags)),
                device("ListMFADeviceTags", list(MfaDevice::tags))))
        .flatMap(List::stream)
        .toList();
  }

  private static Action device(String name, Work<MfaDevice> work) {
    return Action.of(
        name,
        call -> {
          String serial = call.parameters().required("SerialNumber");
          call.authorize("iam:" + name, serial);
          MfaDevice device = MfaDevices.find(call.caller().account(), serial);
          if (!device.isVirtual()) {
            throw MfaDevices.unknown(serial);
          }
          return work.on(call, device);
        },
        Page.and(Shapes.SERIAL));
  }

  /** The answer with its tags. */
  static Structure describe(Structure answer, List<Tag> tags) {
    return answer.withStructures("Tags", tags.stream().map(Tags::describe).toList());
  }

  private static Structure describe(Tag tag) {
    return Structure.empty().with("Key", tag.key()).with("Value", tag.value());
  }

  /**
   * The tags of a request.
   *
   * @throws AwsError ValidationError, or InvalidInput for a key that stands there twice
   */
  static List<Tag> of(Parameters parameters) {
    return tags(
        parameters,
        key -> key.toLowerCase(Locale.ROOT),
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }

  /** The tags of a request where letter case counts. */
  static List<Tag> caseSensitive(Parameters parameters) {
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
    String key = member.text("Key", "");
    String value = member.text("Value", "");
    refuse(place + "key", problem(key, 1, LONGEST_KEY, KEY));
    refuse(place + "value", problem(value, 0, LONGEST_VALUE, VALUE));
    return new Tag(key, value);
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

  private static <T> Work<T> tag(Function<T, List<Tag>> tags) {
    return (call, subject) ->
        merge(tags.apply(subject), of(call.parameters()), String::equalsIgnoreCase);
  }

  private static Structure tagPolicy(Call call, ManagedPolicy policy) {
    return merge(policy.tags(), caseSensitive(call.parameters()), String::equals);
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

  private static <T> Work<T> untag(Function<T, List<Tag>> tags) {
    return (call, subject) -> {
      List<String> keys = call.parameters().list("TagKeys");
      requireFew("tagKeys", keys.size());
      for (String key : keys) {
        refuse("tagKeys", problem(key, 1, LONGEST_KEY, KEY) == null ? null : keyRule());
      }
      tags.apply(subject).removeIf(tag -> keys.contains(tag.key()));
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

  private static <T> Work<T> list(Function<T, List<Tag>> tags) {
    return (call, subject) -> {
      List<Tag> sorted =
          tags.apply(subject).stream().sorted(Comparator.comparing(Tag::key)).toList();
      return Page.of(call, sorted).structures("Tags", Tags::describe);
    };
  }
}
