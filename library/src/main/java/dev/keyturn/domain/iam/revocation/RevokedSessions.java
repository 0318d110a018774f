package dev.keyturn.domain.iam.revocation;

import dev.keyturn.domain.json.Json;
import dev.keyturn.domain.json.Json.ArrayValue;
import dev.keyturn.domain.json.Json.Member;
import dev.keyturn.domain.json.Json.ObjectValue;
import dev.keyturn.domain.json.Json.StringValue;
import dev.keyturn.domain.json.JsonParser;
import dev.keyturn.domain.json.JsonSyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy that denies everything to sessions granted before some time. Requests with long-term
 * keys have no grant time and are not affected.
 *
 * @param entries the revoked sessions, at most one entry for each name
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html">Revoke
 *     IAM role temporary security credentials</a>
 */
record RevokedSessions(List<Entry> entries) {

  /** The name of the policy. */
  static final String POLICY = "KeyturnRevokedSessions";

  /** The longest lifetime of a session. */
  static final Duration LONGEST_SESSION = Duration.ofHours(36);

  /**
   * A revocation.
   *
   * @param sessionName the name of the role sessions; null for all
   * @param before sessions granted before this time are revoked, in whole seconds
   */
  record Entry(@Nullable String sessionName, Instant before) {}

  /** Reads a policy; empty if Keyturn did not write it. */
  static RevokedSessions parse(String document) {
    try {
      List<Entry> entries = new ArrayList<>();
      for (Json statement : elements(member(JsonParser.parse(document), "Statement"))) {
        entry(member(statement, "Condition")).ifPresent(entries::add);
      }
      return new RevokedSessions(entries);
    } catch (JsonSyntaxException | DateTimeException e) {
      return new RevokedSessions(List.of());
    }
  }

  private static Optional<Entry> entry(@Nullable Json condition) {
    String before = text(member(member(condition, "DateLessThan"), "aws:TokenIssueTime"));
    String user = text(member(member(condition, "StringLike"), "aws:userid"));
    String name = user == null ? null : user.substring(user.indexOf(':') + 1);
    return before == null ? Optional.empty() : Optional.of(new Entry(name, Instant.parse(before)));
  }

  private static List<Json> elements(@Nullable Json json) {
    return json instanceof ArrayValue array ? array.elements() : List.of();
  }

  private static @Nullable Json member(@Nullable Json json, String name) {
    if (json instanceof ObjectValue object) {
      for (Member member : object.members()) {
        if (member.name().equals(name)) {
          return member.value();
        }
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable Json json) {
    return json instanceof StringValue string ? string.text() : null;
  }

  /**
   * The same with {@code entry}, without entries that it covers and those whose sessions have
   * expired.
   */
  RevokedSessions with(Entry entry) {
    List<Entry> all = new ArrayList<>();
    if (entry.sessionName() != null) {
      all.addAll(without(entry.sessionName()).entries());
    }
    all.add(entry);
    all.removeIf(old -> old.before().isBefore(entry.before().minus(LONGEST_SESSION)));
    return new RevokedSessions(List.copyOf(all));
  }

  /** The same without the entry for a session name, or without the one for all sessions if null. */
  RevokedSessions without(@Nullable String sessionName) {
    return new RevokedSessions(
        entries.stream()
            .filter(entry -> !Objects.equals(entry.sessionName(), sessionName))
            .toList());
  }

  /** The policy. */
  String document() {
    List<String> statements = entries.stream().map(RevokedSessions::statement).toList();
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /** Neither a time nor a session name contains characters that JSON escapes. */
  private static String statement(Entry entry) {
    String name = entry.sessionName();
    String user = name == null ? "" : ",\"StringLike\":{\"aws:userid\":\"*:" + name + "\"}";
    return "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{"
        + ("\"DateLessThan\":{\"aws:TokenIssueTime\":\"" + entry.before() + "\"}" + user + "}}");
  }
}
