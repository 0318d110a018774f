package dev.keyturn.domain.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Random policies and requests over few names, so that many match: one account, one user, one role.
 */
final class RandomPolicies {

  static final String ACCOUNT = "123456789012";
  static final String USER = "arn:aws:iam::123456789012:user/alice";
  static final String ROLE = "arn:aws:iam::123456789012:role/admin";
  static final String SESSION = "arn:aws:sts::123456789012:assumed-role/admin/work";

  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:ListBucket", "iam:GetUser", "sts:AssumeRole", "S3:getobject");
  private static final List<String> ACTION_PATTERNS =
      List.of(
          "*", "s3:*", "s3:Get*", "s3:?et*", "iam:GetUser", "IAM:get*", "sts:AssumeRole", "ec2:*");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket",
          "arn:aws:s3:::bucket/alice/a:b",
          "arn:aws:s3:::bucket/x*",
          USER,
          ROLE,
          "arn:aws:logs:eu-west-1:123456789012:log-group:a:b");
  private static final List<String> RESOURCE_PATTERNS =
      List.of(
          "*",
          "arn:aws:s3:::bucket",
          "arn:aws:s3:::bucket/*",
          "arn:aws:s3:::bucket/${aws:username}/*",
          "arn:aws:s3:::bucket/${aws:username, 'nobody'}/?:b",
          "arn:aws:s3:::bucket/x${*}",
          "arn:aws:iam::*:user/${aws:username}",
          "arn:aws:iam::123456789012:*",
          "arn:*:iam::123456789012:role/admin",
          "arn:aws:logs:*:*:log-group:*",
          "arn:aws:logs:*",
          "arn:aws:logs:eu-*:123456789012:log-group:?:b");

  /** What a key may have as values, and with what it is compared. */
  private record Key(String name, List<String> operators, List<String> values) {}

  private static final List<String> STRINGS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike");
  private static final List<String> NUMBERS =
      List.of(
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals");
  private static final List<String> DATES =
      List.of(
          "DateEquals",
          "DateNotEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals");
  private static final List<String> ARNS =
      List.of("ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike");

  private static final List<Key> KEYS =
      List.of(
          new Key("aws:MultiFactorAuthPresent", List.of("Bool", "Null"), List.of("true", "false")),
          new Key("aws:MultiFactorAuthAge", NUMBERS, List.of("60", "3600", "3600.0", "-1")),
          new Key("aws:MultiFactorAuthAge", List.of("Null"), List.of("true", "false")),
          new Key(
              "aws:username",
              STRINGS,
              List.of(
                  "alice", "Alice", "al*", "a?ice", "bob", "${aws:PrincipalTag/team}", "al${*}")),
          new Key(
              "aws:PrincipalTag/team",
              STRINGS,
              List.of("alice", "t*", "te?m", "*", "${aws:username}")),
          new Key("s3:prefix", STRINGS, List.of("", "alice/", "home/${aws:username}/*", "x")),
          new Key(
              "aws:TokenIssueTime",
              DATES,
              List.of(
                  "2026-11-28T10:00:00Z", "2026-11-28T11:00:00+01:00", "2026-11-29", "1795861800")),
          new Key(
              "aws:SourceIp",
              List.of("IpAddress", "NotIpAddress"),
              List.of("203.0.113.0/24", "203.0.113.7", "2001:db8::/32", "10.0.0.0/8")),
          new Key(
              "aws:PrincipalArn",
              ARNS,
              List.of(
                  USER,
                  "arn:aws:iam::*:user/al*",
                  "arn:aws:iam::123456789012:*",
                  "arn:*:iam::*:role/*",
                  "arn:aws:iam::123456789012:user/${aws:username}")),
          new Key("aws:TagKeys", STRINGS, List.of("team", "cost", "te*", "Team")),
          new Key("app:blob", List.of("BinaryEquals"), List.of("QmluYXJ5", "AAAA")));

  private static final List<String> MULTI_VALUED = List.of("aws:TagKeys");

  private RandomPolicies() {}

  static String identity(Random random) {
    return document(random, false, true);
  }

  static String resource(Random random) {
    return document(random, true, true);
  }

  static String trust(Random random) {
    return document(random, true, false);
  }

  private static String document(Random random, boolean principals, boolean resources) {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      statements.add(statement(random, principals, resources));
    }
    String version = random.nextInt(8) == 0 ? "2008-10-17" : "2012-10-17";
    return "{\"Version\":\""
        + version
        + "\",\"Statement\":["
        + String.join(",\n", statements)
        + "]}";
  }

  private static String statement(Random random, boolean principals, boolean resources) {
    boolean deny = random.nextInt(3) == 0;
    List<String> members = new ArrayList<>();
    members.add("\"Effect\":\"" + (deny ? "Deny" : "Allow") + "\"");
    if (principals) {
      members.add(principals(random, deny && resources));
    }
    if (resources) {
      members.add(names(random, "Action", ACTION_PATTERNS));
      members.add(names(random, "Resource", RESOURCE_PATTERNS));
    } else {
      members.add(
          "\"Action\":"
              + oneOf(random, List.of("\"sts:AssumeRole\"", "\"sts:*\"", "\"sts:TagSession\"")));
    }
    if (random.nextBoolean()) {
      members.add("\"Condition\":" + conditions(random));
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String principals(Random random, boolean mayExclude) {
    List<String> names =
        List.of(
            "\"*\"",
            "{\"AWS\":\"*\"}",
            "{\"AWS\":\"" + ACCOUNT + "\"}",
            "{\"AWS\":\"arn:aws:iam::" + ACCOUNT + ":root\"}",
            "{\"AWS\":\"" + USER + "\"}",
            "{\"AWS\":[\"" + ROLE + "\",\"210987654321\"]}",
            "{\"AWS\":\"" + SESSION + "\"}",
            "{\"AWS\":\"210987654321\",\"Service\":\"ec2.amazonaws.com\"}");
    String element = mayExclude && random.nextInt(4) == 0 ? "NotPrincipal" : "Principal";
    return "\"" + element + "\":" + oneOf(random, names);
  }

  private static String names(Random random, String element, List<String> patterns) {
    String name = random.nextInt(5) == 0 ? "Not" + element : element;
    return "\"" + name + "\":" + list(random, patterns);
  }

  private static String list(Random random, List<String> values) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      chosen.add("\"" + oneOf(random, values) + "\"");
    }
    return chosen.size() == 1 && random.nextBoolean()
        ? chosen.get(0)
        : "[" + String.join(",", chosen) + "]";
  }

  private static String conditions(Random random) {
    TreeMap<String, String> byOperator = new TreeMap<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      Key key = oneOf(random, KEYS);
      String operator = operator(random, key);
      byOperator.put(operator, "{\"" + key.name() + "\":" + list(random, key.values()) + "}");
    }
    List<String> members = new ArrayList<>();
    byOperator.forEach((operator, keys) -> members.add("\"" + operator + "\":" + keys));
    return "{" + String.join(",", members) + "}";
  }

  private static String operator(Random random, Key key) {
    String operator = oneOf(random, key.operators());
    if (MULTI_VALUED.contains(key.name()) || random.nextInt(10) == 0) {
      String quantifier = random.nextBoolean() ? "ForAllValues:" : "ForAnyValue:";
      operator = operator.equals("Null") ? operator : quantifier + operator;
    }
    return operator.equals("Null") || random.nextInt(3) > 0 ? operator : operator + "IfExists";
  }

  /** A request as both evaluators take it. */
  record Request(boolean byRole, String action, String resource, List<Value> keys) {}

  record Value(String key, List<String> values) {}

  static Request request(Random random) {
    boolean byRole = random.nextInt(3) == 0;
    List<Value> keys = new ArrayList<>();
    if (!byRole) {
      keys.add(new Value("aws:username", List.of("alice")));
    }
    keys.add(new Value("aws:PrincipalArn", List.of(byRole ? ROLE : USER)));
    for (Key key : KEYS) {
      if (keys.stream().noneMatch(k -> k.key().equals(key.name())) && random.nextInt(3) > 0) {
        keys.add(new Value(key.name(), values(random, key)));
      }
    }
    return new Request(byRole, oneOf(random, ACTIONS), oneOf(random, RESOURCES), keys);
  }

  private static List<String> values(Random random, Key key) {
    List<String> values =
        switch (key.name()) {
          case "aws:MultiFactorAuthAge" -> List.of("59", "60", "3600", "3601");
          case "aws:TokenIssueTime" ->
              List.of("2026-11-28T10:00:00Z", "2026-11-29T00:00:00Z", "2026-11-28T12:30:00Z");
          case "aws:SourceIp" -> List.of("203.0.113.7", "10.1.2.3", "2001:db8::1", "::1");
          case "aws:PrincipalTag/team" -> List.of("alice", "team", "*", "tram");
          case "s3:prefix" -> List.of("", "alice/", "home/alice/x", "home/bob/");
          default -> key.values();
        };
    if (!MULTI_VALUED.contains(key.name())) {
      return List.of(oneOf(random, values));
    }
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> oneOf(random, values))
        .distinct()
        .toList();
  }

  private static <T> T oneOf(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
