package dev.keyturn.domain.policy.document;

/**
 * The condition operators.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
public enum Operator {
  STRING_EQUALS("StringEquals", Type.STRING, Relation.EQUAL),
  STRING_NOT_EQUALS("StringNotEquals", Type.STRING, Relation.NOT_EQUAL),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Type.STRING_IGNORING_CASE, Relation.EQUAL),
  STRING_NOT_EQUALS_IGNORE_CASE(
      "StringNotEqualsIgnoreCase", Type.STRING_IGNORING_CASE, Relation.NOT_EQUAL),
  STRING_LIKE("StringLike", Type.STRING_PATTERN, Relation.EQUAL),
  STRING_NOT_LIKE("StringNotLike", Type.STRING_PATTERN, Relation.NOT_EQUAL),
  NUMERIC_EQUALS("NumericEquals", Type.NUMBER, Relation.EQUAL),
  NUMERIC_NOT_EQUALS("NumericNotEquals", Type.NUMBER, Relation.NOT_EQUAL),
  NUMERIC_LESS_THAN("NumericLessThan", Type.NUMBER, Relation.LESS),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Type.NUMBER, Relation.LESS_OR_EQUAL),
  NUMERIC_GREATER_THAN("NumericGreaterThan", Type.NUMBER, Relation.GREATER),
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Type.NUMBER, Relation.GREATER_OR_EQUAL),
  DATE_EQUALS("DateEquals", Type.DATE, Relation.EQUAL),
  DATE_NOT_EQUALS("DateNotEquals", Type.DATE, Relation.NOT_EQUAL),
  DATE_LESS_THAN("DateLessThan", Type.DATE, Relation.LESS),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Type.DATE, Relation.LESS_OR_EQUAL),
  DATE_GREATER_THAN("DateGreaterThan", Type.DATE, Relation.GREATER),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Type.DATE, Relation.GREATER_OR_EQUAL),
  BOOL("Bool", Type.BOOLEAN, Relation.EQUAL),
  BINARY_EQUALS("BinaryEquals", Type.BINARY, Relation.EQUAL),
  IP_ADDRESS("IpAddress", Type.ADDRESS, Relation.EQUAL),
  NOT_IP_ADDRESS("NotIpAddress", Type.ADDRESS, Relation.NOT_EQUAL),
  ARN_EQUALS("ArnEquals", Type.ARN, Relation.EQUAL),
  ARN_NOT_EQUALS("ArnNotEquals", Type.ARN, Relation.NOT_EQUAL),
  ARN_LIKE("ArnLike", Type.ARN, Relation.EQUAL),
  ARN_NOT_LIKE("ArnNotLike", Type.ARN, Relation.NOT_EQUAL),
  NULL("Null", Type.PRESENCE, Relation.EQUAL);

  /** What the values are read as. */
  public enum Type {
    STRING,
    STRING_IGNORING_CASE,
    STRING_PATTERN,
    NUMBER,
    DATE,
    BOOLEAN,
    BINARY,
    ADDRESS,
    ARN,
    /** Whether the key exists. */
    PRESENCE
  }

  /** How the value of the request must relate to that of the policy. */
  public enum Relation {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL
  }

  private final String id;
  private final Type type;
  private final Relation relation;

  Operator(String id, Type type, Relation relation) {
    this.id = id;
    this.type = type;
    this.relation = relation;
  }

  /** The name in a policy. */
  public String id() {
    return id;
  }

  /** What the values are read as. */
  public Type type() {
    return type;
  }

  /** How the value of the request must relate to that of the policy. */
  public Relation relation() {
    return relation;
  }

  /** Whether it requires that no value matches; a request without the key then matches. */
  public boolean isNegated() {
    return relation == Relation.NOT_EQUAL;
  }
}
