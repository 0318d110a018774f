package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads policies.
 *
 * <pre>
 * holder   = "Policies" : [ policy … ], "AttachedManagedPolicies" : [ attached … ]
 * policy   = { "PolicyName" : name, "PolicyDocument" : document }
 * attached = { "PolicyArn" : arn, "PolicyName" : name }
 * boundary = { "PermissionsBoundaryArn" : arn, "PermissionsBoundaryType" : text }
 * managed  = { "PolicyName" : name, "Path" : path, "PolicyId" : id, "Description" : text,
 *              "CreateDate" : time, "Tags" : tags,
 *              ( "PolicyDocument" : document / "PolicyVersionList" : [ version … ] ) }
 * version  = { "VersionId" : "v" number, "Document" : document, "IsDefaultVersion" : flag,
 *              "CreateDate" : time }
 * document = an object, or a text that holds one
 * </pre>
 *
 * <p>Versions stand with the latest first; where none is said to be the default, the first is.
 */
final class PolicyReader {
  private final Account account;
  private final Identifiers identifiers;
  private final Instant now;

  PolicyReader(Account account, Identifiers identifiers, Instant now) {
    this.account = account;
    this.identifiers = identifiers;
    this.now = now;
  }

  /** The managed policies of the account. */
  void readManaged(Field accountField) {
    accountField.list("Policies", this::managed).forEach(account::add);
  }

  /** The inline and attached policies of a user, group or role. */
  void readInto(PolicyHolder holder, Field field) {
    for (Policy policy : field.list("Policies", PolicyReader::inline)) {
      holder.policies().put(policy.name(), policy);
    }
    holder.attachedPolicies().addAll(field.list("AttachedManagedPolicies", this::attached));
  }

  /** The permissions boundary of a user or role, or null. */
  @Nullable ManagedPolicy boundary(Field holder) {
    Field field = holder.member("PermissionsBoundary");
    if (field == null) {
      return null;
    }
    field.object(Set.of("PermissionsBoundaryArn", "PermissionsBoundaryType"));
    return find(field, field.required("PermissionsBoundaryArn"));
  }

  /** A document that AWS would accept as a policy of this kind. */
  static String document(@Nullable Field field, Field owner, PolicyKind kind) {
    if (field == null) {
      throw owner.wrong("the policy document is missing");
    }
    String text = field.value() instanceof Json.Str string ? string.value() : field.value().print();
    try {
      PolicyDocument.parse(text, kind);
      return text;
    } catch (MalformedPolicyException e) {
      throw field.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Policy inline(Field field) {
    field.object(Set.of("PolicyName", "PolicyDocument"));
    return new Policy(
        Names.name(field, "PolicyName", 128),
        document(field.member("PolicyDocument"), field, PolicyKind.IDENTITY));
  }

  private ManagedPolicy attached(Field field) {
    field.object(Set.of("PolicyArn", "PolicyName"));
    return find(field, field.required("PolicyArn"));
  }

  private ManagedPolicy find(Field field, String arn) {
    ManagedPolicy policy = account.managedPolicy(arn);
    if (policy == null) {
      throw field.wrong("no policy " + arn);
    }
    return policy;
  }

  private ManagedPolicy managed(Field field) {
    field.object(
        Set.of(
            "PolicyName",
            "Path",
            "PolicyId",
            "Description",
            "CreateDate",
            "Tags",
            "PolicyDocument",
            "PolicyVersionList"));
    String name = Names.name(field, "PolicyName", 128);
    String path = Names.path(field);
    Instant created = field.time("CreateDate", now);
    List<Version> versions = versions(field, created);
    ManagedPolicy policy =
        new ManagedPolicy(
            name,
            path,
            field.text("PolicyId", identifiers.entityId("ANPA")),
            account.arn("iam", "policy" + path + name),
            field.text("Description"),
            created,
            versions,
            versions.get(defaultIndex(field)));
    policy.tags().addAll(Names.tags(field));
    return policy;
  }

  private List<Version> versions(Field field, Instant created) {
    List<Version> versions = field.list("PolicyVersionList", this::version);
    if (!versions.isEmpty()) {
      return versions;
    }
    String document = document(field.member("PolicyDocument"), field, PolicyKind.IDENTITY);
    return List.of(new Version("v1", document, created));
  }

  private Version version(Field field) {
    field.object(Set.of("VersionId", "Document", "IsDefaultVersion", "CreateDate"));
    String id = field.required("VersionId");
    if (!id.matches("v[1-9][0-9]{0,8}")) {
      throw field.wrong("\"VersionId\" must be v and a number");
    }
    return new Version(
        id,
        document(field.member("Document"), field, PolicyKind.IDENTITY),
        field.time("CreateDate", now));
  }

  private static int defaultIndex(Field field) {
    List<Boolean> flags =
        field.list("PolicyVersionList", version -> version.flag("IsDefaultVersion", false));
    return Math.max(0, flags.indexOf(true));
  }
}
