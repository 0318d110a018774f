package dev.keyturn.sandbox.policy;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.policy.PolicyDocument.Version;
import dev.keyturn.sandbox.policy.Statement.Element;
import dev.keyturn.sandbox.policy.condition.Condition;
import dev.keyturn.sandbox.policy.condition.Operands;
import dev.keyturn.sandbox.policy.condition.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses policies. Violations of the grammar are syntax errors here; what AWS refuses with separate
 * messages is in {@link PolicyRules}.
 */
final class PolicyParser {
  static final String SYNTAX = "Syntax errors in policy.";
  static final String LEGACY = "The policy failed legacy parsing";

  private static final Set<String> DOCUMENT_ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final Set<String> STATEMENT_ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Set<String> PRINCIPAL_TYPES =
      Set.of("AWS", "Service", "Federated", "CanonicalUser");

  private final PolicyKind kind;
  private Version version = Version.V2008_10_17;

  PolicyParser(PolicyKind kind) {
    this.kind = kind;
  }

  /**
   * <pre>
   * policy    = "{" [ "Version" : ( "2008-10-17" / "2012-10-17" ) ] [ "Id" : string ]
   *                 "Statement" : ( statement / "[" 1*statement "]" ) "}"
   * </pre>
   */
  PolicyDocument document(Json json) {
    Json.Obj document = object(json);
    refuseOthers(document, DOCUMENT_ELEMENTS);
    optionalString(document, "Id");
    version = version(optionalString(document, "Version"));
    Json body = document.get("Statement");
    List<Json> bodies = body instanceof Json.Arr list ? list.items() : List.of(object(body));
    if (bodies.isEmpty()) {
      throw kind == PolicyKind.TRUST
          ? new MalformedPolicyException("Could not parse the policy: Statement is empty!")
          : syntaxError();
    }
    List<Statement> statements = bodies.stream().map(this::statement).toList();
    new PolicyRules(kind).check(statements);
    return new PolicyDocument(kind, version, statements.stream().map(this::completed).toList());
  }

  /** The statement with its resources as AWS reads them. */
  private Statement completed(Statement statement) {
    Element resources = statement.resources();
    if (resources == null) {
      return statement;
    }
    List<Template> patterns =
        resources.sources().stream()
            .map(source -> template(ResourceName.completed(source)))
            .toList();
    return statement.withResources(new Element(resources.negated(), patterns));
  }

  private static Version version(@Nullable String text) {
    if (text == null || text.equals("2008-10-17")) {
      return Version.V2008_10_17;
    }
    if (text.equals("2012-10-17")) {
      return Version.V2012_10_17;
    }
    throw syntaxError();
  }

  /**
   * <pre>
   * statement = "{" [ "Sid" : string ] "Effect" : ( "Allow" / "Deny" )
   *                 [ ( "Principal" / "NotPrincipal" ) : principal ]
   *                 [ ( "Action" / "NotAction" ) : strings ]
   *                 [ ( "Resource" / "NotResource" ) : strings ]
   *                 [ "Condition" : conditions ] "}"
   * strings   = string / "[" *string "]"
   * </pre>
   */
  private Statement statement(Json json) {
    Json.Obj statement = object(json);
    refuseOthers(statement, STATEMENT_ELEMENTS);
    return new Statement(
        optionalString(statement, "Sid"),
        effect(optionalString(statement, "Effect")),
        element(statement, "Action", false),
        element(statement, "Resource", true),
        principals(statement),
        conditions(statement.get("Condition")));
  }

  private static Effect effect(@Nullable String text) {
    if ("Allow".equals(text)) {
      return Effect.ALLOW;
    }
    if ("Deny".equals(text)) {
      return Effect.DENY;
    }
    boolean misspelt = "Allow".equalsIgnoreCase(text) || "Deny".equalsIgnoreCase(text);
    throw new MalformedPolicyException(misspelt ? LEGACY : SYNTAX);
  }

  private @Nullable Element element(Json.Obj statement, String name, boolean hasVariables) {
    Json negated = statement.get("Not" + name);
    Json value = either(statement.get(name), negated);
    if (value == null) {
      return null;
    }
    List<Template> patterns =
        strings(value).stream()
            .map(text -> hasVariables ? template(text) : Template.withoutVariables(text))
            .toList();
    return new Element(negated != null, patterns);
  }

  /**
   * <pre>
   * principal = "*" / "{" *( ( "AWS" / "Service" / "Federated" / "CanonicalUser" ) : strings ) "}"
   * </pre>
   */
  private @Nullable PrincipalElement principals(Json.Obj statement) {
    Json negated = statement.get("NotPrincipal");
    Json value = either(statement.get("Principal"), negated);
    if (value == null) {
      return null;
    }
    if (value instanceof Json.Str all && all.value().equals("*")) {
      return new PrincipalElement(negated != null, List.of("*"));
    }
    Json.Obj byType = object(value);
    refuseOthers(byType, PRINCIPAL_TYPES);
    if (kind == PolicyKind.TRUST && byType.members().isEmpty()) {
      throw new MalformedPolicyException("Missing required field Principal cannot be empty!");
    }
    List<String> aws = List.of();
    for (Map.Entry<String, Json> type : byType.members().entrySet()) {
      List<String> names = strings(type.getValue());
      aws = type.getKey().equals("AWS") ? names : aws;
    }
    return new PrincipalElement(negated != null, aws);
  }

  /**
   * <pre>
   * conditions = "{" *( operator : "{" *( key : values ) "}" ) "}"
   * operator   = [ "ForAllValues:" / "ForAnyValue:" ] comparison [ "IfExists" ]
   * values     = value / "[" *value "]"
   * value      = string / number / "true" / "false"
   * </pre>
   */
  private List<Condition> conditions(@Nullable Json json) {
    List<Condition> conditions = new ArrayList<>();
    Map<String, Json> byOperator = json == null ? Map.of() : object(json).members();
    byOperator.forEach((name, byKey) ->
        object(byKey)
            .members()
            .forEach((key, values) -> conditions.add(condition(name, key, values))));
    return conditions;
  }

  private Condition condition(String operatorName, String key, Json values) {
    Condition.Operator operator = Condition.Operator.named(operatorName);
    if (operator == null) {
      throw syntaxError();
    }
    List<String> texts = items(values).stream().map(PolicyParser::scalar).toList();
    if (operator.comparison().comparesDates()
        && texts.stream().anyMatch(text -> Operands.date(text) == null)) {
      throw new MalformedPolicyException(LEGACY);
    }
    return new Condition(operator, key, texts.stream().map(this::template).toList());
  }

  private Template template(String text) {
    return version == Version.V2012_10_17
        ? Template.withVariables(text)
        : Template.withoutVariables(text);
  }

  private static void refuseOthers(Json.Obj object, Set<String> known) {
    if (!known.containsAll(object.members().keySet())) {
      throw syntaxError();
    }
  }

  private static @Nullable Json either(@Nullable Json plain, @Nullable Json negated) {
    if (plain != null && negated != null) {
      throw syntaxError();
    }
    return plain == null ? negated : plain;
  }

  private static Json.Obj object(@Nullable Json json) {
    if (json instanceof Json.Obj object) {
      return object;
    }
    throw syntaxError();
  }

  private static @Nullable String optionalString(Json.Obj object, String name) {
    Json member = object.get(name);
    return member == null ? null : string(member);
  }

  private static String string(Json json) {
    if (json instanceof Json.Str string) {
      return string.value();
    }
    throw syntaxError();
  }

  private static String scalar(Json json) {
    if (json instanceof Json.Num number) {
      return number.value().toString();
    }
    return json instanceof Json.Bool bool ? String.valueOf(bool.value()) : string(json);
  }

  private static List<String> strings(Json json) {
    return items(json).stream().map(PolicyParser::string).toList();
  }

  private static List<Json> items(Json json) {
    return json instanceof Json.Arr list ? list.items() : List.of(json);
  }

  private static MalformedPolicyException syntaxError() {
    return new MalformedPolicyException(SYNTAX);
  }
}
