package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Parameters;
import dev.keyturn.sandbox.credential.Credential;
import dev.keyturn.sandbox.credential.Credential.Temporary;
import dev.keyturn.sandbox.policy.condition.RequestContext;
import dev.keyturn.sandbox.state.identity.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tags of a session: those asked for, and the transitive ones of the calling session.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">IAM User
 *     Guide, session tags</a>
 */
record SessionTags(List<Tag> requested, List<Tag> inherited, List<String> transitiveKeys) {
  private static final int MOST = 50;
  private static final int MOST_KEY_LENGTH = 128;
  private static final int MOST_VALUE_LENGTH = 256;

  /**
   * The tags of a call.
   *
   * @throws AwsError ValidationError or InvalidParameterValue
   */
  static SessionTags of(Parameters parameters, Credential caller) {
    List<Tag> requested = new ArrayList<>();
    for (Parameters tag : parameters.structures("Tags")) {
      requested.add(new Tag(tag.text("Key", ""), tag.text("Value", "")));
    }
    requireShape(requested);
    requireDistinct(requested);
    List<String> transitive = parameters.list("TransitiveTagKeys");
    requireRequested(transitive, requested);
    return caller instanceof Temporary session
        ? inheriting(session, requested, transitive)
        : new SessionTags(requested, List.of(), transitive);
  }

  private static SessionTags inheriting(
      Temporary session, List<Tag> requested, List<String> transitive) {
    Set<String> fixed = lowerCase(session.transitiveTagKeys());
    for (Tag tag : requested) {
      if (fixed.contains(lowerCase(tag.key()))) {
        throw invalid(
            "One of the specified transitive tag keys can't be set because it conflicts with a"
                + " transitive tag key from the calling session.");
      }
    }
    List<Tag> inherited =
        session.tags().stream().filter(tag -> fixed.contains(lowerCase(tag.key()))).toList();
    List<String> keys = new ArrayList<>(session.transitiveTagKeys());
    keys.addAll(transitive);
    return new SessionTags(requested, inherited, keys);
  }

  /** Every tag the session will have. */
  List<Tag> all() {
    List<Tag> all = new ArrayList<>(inherited);
    all.addAll(requested);
    return all;
  }

  /** The condition keys about the tags of this call. */
  RequestContext describe(RequestContext context) {
    RequestContext keys = context;
    for (Tag tag : requested) {
      keys = keys.with("aws:RequestTag/" + tag.key(), tag.value());
    }
    if (!requested.isEmpty()) {
      keys = keys.with("aws:TagKeys", requested.stream().map(Tag::key).toArray(String[]::new));
    }
    return transitiveKeys.isEmpty()
        ? keys
        : keys.with("sts:TransitiveTagKeys", transitiveKeys.toArray(String[]::new));
  }

  private static void requireShape(List<Tag> tags) {
    if (tags.size() > MOST) {
      throw tooLong("tags", MOST);
    }
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).key().length() > MOST_KEY_LENGTH) {
        throw tooLong("tags." + (i + 1) + ".member.key", MOST_KEY_LENGTH);
      }
      if (tags.get(i).value().length() > MOST_VALUE_LENGTH) {
        throw tooLong("tags." + (i + 1) + ".member.value", MOST_VALUE_LENGTH);
      }
    }
  }

  private static void requireDistinct(List<Tag> tags) {
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      if (!keys.add(lowerCase(tag.key()))) {
        throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
      }
    }
  }

  private static void requireRequested(List<String> transitive, List<Tag> requested) {
    Set<String> keys = lowerCase(requested.stream().map(Tag::key).toList());
    if (!keys.containsAll(lowerCase(transitive))) {
      throw invalid("The specified transitive tag key must be included in the requested tags.");
    }
  }

  private static AwsError tooLong(String member, int most) {
    return AwsError.validation(
        "1 validation error detected: Value at '%s' failed to satisfy constraint: Member must have"
                .formatted(member)
            + " length less than or equal to "
            + most);
  }

  private static AwsError invalid(String text) {
    return new AwsError(400, "InvalidParameterValue", text);
  }

  private static Set<String> lowerCase(List<String> texts) {
    Set<String> lower = new HashSet<>();
    texts.forEach(text -> lower.add(lowerCase(text)));
    return lower;
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
