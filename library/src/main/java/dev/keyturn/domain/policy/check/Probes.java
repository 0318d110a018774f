package dev.keyturn.domain.policy.check;

import dev.keyturn.domain.policy.caller.Subject;
import dev.keyturn.domain.policy.document.Names;
import dev.keyturn.domain.policy.document.Statement;
import dev.keyturn.domain.policy.document.TextPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls to try for a subject: those that a person needs to get an MFA session and to manage
 * their own credentials, those that a thief would try, some ordinary work, and those that the
 * policies name.
 */
final class Probes {

  /** What a user without a device needs to enrol one. */
  static final Set<String> ENROLLMENT =
      Set.of(
          "iam:ListMFADevices",
          "iam:CreateVirtualMFADevice",
          "iam:EnableMFADevice",
          "iam:ResyncMFADevice");

  private final Subject subject;

  Probes(Subject subject) {
    this.subject = subject;
  }

  /** All probes; those from the policies come last. */
  List<Probe> all(List<Statement> statements) {
    Set<Probe> probes = new LinkedHashSet<>(sessions());
    probes.addAll(own());
    probes.addAll(others());
    probes.addAll(work());
    Set<String> known = new LinkedHashSet<>();
    probes.forEach(probe -> known.add(probe.action()));
    for (Probe named : named(statements)) {
      if (known.stream().noneMatch(named.action()::equalsIgnoreCase)) {
        probes.add(named);
      }
    }
    return List.copyOf(probes);
  }

  /** The user's virtual device; IAM names it after the user by custom. */
  Probe firstDevice() {
    return Probe.of("iam:CreateVirtualMFADevice", subject.iam("mfa/" + subject.userName()));
  }

  /** Another device of the same user, which needs another name. */
  Probe secondDevice() {
    String name = subject.userName() + "-2";
    return Probe.of("iam:CreateVirtualMFADevice", subject.iam("mfa/" + name), "second device");
  }

  /** The removal of the user's device. */
  Probe removal() {
    return Probe.of("iam:DeactivateMFADevice", subject.userArn());
  }

  private List<Probe> sessions() {
    return List.of(
        Probe.of("sts:GetCallerIdentity", "*"),
        Probe.of("sts:GetSessionToken", "*"),
        Probe.of("sts:AssumeRole", subject.roleArn()),
        new Probe("sts:AssumeRole", subject.roleArn(), "with an MFA code", true),
        signIn("AuthorizeOAuth2Access"),
        signIn("CreateOAuth2Token"));
  }

  /** What {@code aws login} calls. */
  private Probe signIn(String action) {
    String client =
        "arn:%s:signin:%s:%s:oauth2/public-client/localhost"
            .formatted(
                subject.partition().id(), subject.partition().iamRegion(), subject.account());
    return Probe.of("signin:" + action, client);
  }

  private List<Probe> own() {
    List<Probe> own = new ArrayList<>();
    ownUser(own, "GetUser", "ChangePassword", "ListMFADevices");
    own.add(firstDevice());
    own.add(secondDevice());
    ownUser(own, "EnableMFADevice", "ResyncMFADevice");
    own.add(removal());
    own.add(Probe.of("iam:DeleteVirtualMFADevice", subject.iam("mfa/" + subject.userName())));
    ownUser(own, "ListAccessKeys", "CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey");
    return own;
  }

  private void ownUser(List<Probe> probes, String... actions) {
    for (String action : actions) {
      probes.add(Probe.of("iam:" + action, subject.userArn()));
    }
  }

  private List<Probe> others() {
    String other = subject.iam("user/another-user");
    return List.of(
        Probe.of("iam:CreateAccessKey", other, "another user"),
        Probe.of("iam:DeactivateMFADevice", other, "another user"),
        Probe.of("iam:AttachUserPolicy", subject.userArn()),
        Probe.of("iam:CreateUser", other));
  }

  private List<Probe> work() {
    return List.of(
        Probe.of("s3:ListAllMyBuckets", "*"),
        Probe.of("s3:ListBucket", subject.bucketArn("")),
        Probe.of("s3:GetObject", subject.bucketArn("/example")),
        Probe.of("s3:PutObject", subject.bucketArn("/example")),
        Probe.of("ec2:DescribeInstances", "*"));
  }

  /** The actions that statements name in full, each on a resource that the statement matches. */
  private List<Probe> named(List<Statement> statements) {
    List<Probe> named = new ArrayList<>();
    for (Statement statement : statements) {
      for (TextPattern action : statement.actions().patterns()) {
        if (action.source().indexOf('*') < 0 && action.source().indexOf('?') < 0) {
          named.add(Probe.of(action.source(), resource(statement)));
        }
      }
    }
    return named;
  }

  private String resource(Statement statement) {
    Names resources = statement.resources();
    return resources == null || resources.excluded() ? "*" : example(resources.patterns().get(0));
  }

  /** A text that matches the pattern, with variables replaced by the user's values. */
  private String example(TextPattern pattern) {
    if (pattern.source().equals("*")) {
      return "*";
    }
    StringBuilder text = new StringBuilder();
    for (TextPattern.Part part : pattern.parts()) {
      if (part instanceof TextPattern.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof TextPattern.Variable variable) {
        text.append(value(variable.key()));
      } else {
        text.append(part instanceof TextPattern.AnyText ? "example" : "x");
      }
    }
    return text.toString();
  }

  private String value(String key) {
    return key.equalsIgnoreCase("aws:username") ? subject.userName() : "example";
  }
}
