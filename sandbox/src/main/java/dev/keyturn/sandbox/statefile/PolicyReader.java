package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.IdentityMembers.*;

import dev.keyturn.sandbox.policy.MalformedPolicyException;
import dev.keyturn.sandbox.policy.PolicyDocument;
import dev.keyturn.sandbox.policy.PolicyKind;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.PolicyHolder;
import dev.keyturn.sandbox.state.identity.Tag;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads inline and managed policies, permissions boundaries and tags. */
final class PolicyReader {
  private final Account account;
  private final Identifiers identifiers;
  private final Instant now;

  PolicyReader(Account account, Identifiers identifiers, Instant now) {
    this.account = account;
    this.identifiers = identifiers;
    this.now = now;
  }

  /** The tags of anything that can have some. */
  static List<Tag> tags(Field owner) {
    List<Tag> tags = new ArrayList<>();
    for (Field field : owner.get(TAGS)) {
      tags.add(new Tag(field.get(TAG_KEY), field.get(TAG_VALUE)));
    }
    return tags;
  }

  /** The inline and attached policies of a user, group or role. */
  void readInto(PolicyHolder holder, Field field) {
    for (Field policy : field.get(POLICIES)) {
      String name = policy.get(POLICY_NAME);
      holder.policies().put(name, new Policy(name, document(policy, POLICY_DOCUMENT)));
    }
    for (Field attached : field.get(ATTACHED_POLICIES)) {
      holder.attachedPolicies().add(find(attached, attached.get(ATTACHED_ARN)));
    }
  }

  /** The permissions boundary of a user or role, or null. */
  @Nullable ManagedPolicy boundary(Field holder) {
    Field field = holder.find(BOUNDARY);
    return field == null ? null : find(field, field.get(BOUNDARY_ARN));
  }

  /** A document, once AWS would accept it as a policy of this kind. */
  static String checked(String document, Field owner, Member<String> member, PolicyKind kind) {
    try {
      PolicyDocument.parse(document, kind);
      return document;
    } catch (MalformedPolicyException e) {
      throw owner.wrong(member, String.valueOf(e.getMessage()));
    }
  }

  private static String document(Field owner, Member<String> member) {
    String document = owner.find(member);
    if (document == null) {
      throw owner.wrong("\"" + member.name() + "\" is missing");
    }
    return checked(document, owner, member, PolicyKind.IDENTITY);
  }

  private ManagedPolicy find(Field field, String arn) {
    ManagedPolicy policy = account.managedPolicy(arn);
    if (policy == null) {
      throw field.wrong("no policy " + arn);
    }
    return policy;
  }

  /** A managed policy of the account. */
  ManagedPolicy readManaged(Field field) {
    String name = field.get(POLICY_NAME);
    String path = field.get(PATH);
    Instant created = field.get(CREATED, now);
    List<Field> versions = field.get(VERSIONS);
    List<Version> read =
        versions.isEmpty()
            ? List.of(new Version("v1", document(field, MANAGED_DOCUMENT), created))
            : versions.stream().map(this::version).toList();
    ManagedPolicy policy =
        new ManagedPolicy(
            name,
            path,
            field.get(MANAGED_ID, identifiers.entityId("ANPA")),
            account.arn("iam", "policy" + path + name),
            field.find(DESCRIPTION),
            created,
            read,
            read.get(defaultIndex(versions)));
    policy.tags().addAll(tags(field));
    String last = field.find(LAST_VERSION);
    if (last != null) {
      policy.countFrom(Integer.parseInt(last.substring(1)));
    }
    return policy;
  }

  private Version version(Field field) {
    return new Version(
        field.get(VERSION_ID), document(field, VERSION_DOCUMENT), field.get(CREATED, now));
  }

  private static int defaultIndex(List<Field> versions) {
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).get(VERSION_DEFAULT)) {
        return i;
      }
    }
    return 0;
  }
}
