package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A policy that AWS would accept. Immutable, safe for use by several threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">IAM
 *     User Guide, grammar of the IAM JSON policy language</a>
 */
public final class PolicyDocument {

  /** The version of the policy language; only the newer one has policy variables. */
  public enum Version {
    V2008_10_17,
    V2012_10_17
  }

  private final PolicyKind kind;
  private final Version version;
  private final List<Statement> statements;
  private final @Nullable PolicySource source;

  PolicyDocument(PolicyKind kind, Version version, List<Statement> statements) {
    this(kind, version, List.copyOf(statements), null);
  }

  private PolicyDocument(
      PolicyKind kind, Version version, List<Statement> statements, @Nullable PolicySource source) {
    this.kind = kind;
    this.version = version;
    this.statements = statements;
    this.source = source;
  }

  /**
   * Reads a document as it is in a request.
   *
   * @throws MalformedPolicyException when AWS would refuse it as a policy of this kind
   */
  public static PolicyDocument parse(String text, PolicyKind kind) {
    try {
      return parse(Json.parse(text), kind);
    } catch (JsonException e) {
      throw new MalformedPolicyException(
          kind == PolicyKind.TRUST ? "This policy contains invalid Json" : PolicyParser.SYNTAX);
    }
  }

  /**
   * Reads a document as it is in the state file.
   *
   * @throws MalformedPolicyException when AWS would refuse it as a policy of this kind
   */
  public static PolicyDocument parse(Json document, PolicyKind kind) {
    return new PolicyParser(kind).document(document);
  }

  /** The same document, from this source. */
  public PolicyDocument from(PolicySource origin) {
    return new PolicyDocument(kind, version, statements, origin);
  }

  /** The source of the document, or null if unknown. */
  @Nullable PolicySource source() {
    return source;
  }

  public PolicyKind kind() {
    return kind;
  }

  /** A document that names no version has the older one. */
  public Version version() {
    return version;
  }

  List<Statement> statements() {
    return statements;
  }

  /** The accounts, users, roles and sessions that elements Principal and NotPrincipal name. */
  public List<String> principals() {
    return statements.stream()
        .map(Statement::principals)
        .filter(Objects::nonNull)
        .flatMap(element -> element.aws().stream())
        .toList();
  }

  /** How closely the strongest statement of this effect that fits the request names the caller. */
  Match strongest(Effect effect, AuthorizationRequest request) {
    return statements.stream()
        .filter(statement -> statement.effect() == effect)
        .map(statement -> statement.match(request))
        .reduce(Match.NONE, Match::closer);
  }

  /** The condition keys that the document names, those of variables first. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    statements.forEach(statement -> keys.addAll(statement.keys()));
    return keys;
  }

  /** The keys that a decision on this action looks at. */
  Set<String> keysFor(AuthorizationRequest request) {
    Set<String> keys = new LinkedHashSet<>();
    statements.stream()
        .filter(statement -> statement.isAbout(request))
        .forEach(statement -> keys.addAll(statement.keys()));
    return keys;
  }

  /** The statements of this effect that fit the request. */
  List<MatchedStatement> matching(Effect effect, AuthorizationRequest request) {
    PolicySource from = source == null ? new PolicySource("", null) : source;
    return IntStream.range(0, statements.size())
        .filter(index -> statements.get(index).effect() == effect)
        .filter(index -> statements.get(index).match(request) != Match.NONE)
        .mapToObj(index -> new MatchedStatement(from, kind, index))
        .toList();
  }

  boolean has(Effect effect, AuthorizationRequest request) {
    return strongest(effect, request) != Match.NONE;
  }
}
