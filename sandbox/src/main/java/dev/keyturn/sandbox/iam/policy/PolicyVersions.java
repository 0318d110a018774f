package dev.keyturn.sandbox.iam.policy;

import dev.keyturn.sandbox.action.Action;
import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.action.Shape;
import dev.keyturn.sandbox.action.Structure;
import dev.keyturn.sandbox.iam.request.Documents;
import dev.keyturn.sandbox.iam.request.Page;
import dev.keyturn.sandbox.iam.request.Shapes;
import dev.keyturn.sandbox.iam.request.Subject;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import java.util.List;

/** Versions of managed policies: at most five, one of which is the default. */
public final class PolicyVersions {
  private static final int MOST = 5;
  private static final Shape VERSION_ID =
      Shapes.text("VersionId").matching("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?").must();

  /** A policy and one of its versions. */
  private record Found(ManagedPolicy policy, Version version) {}

  private PolicyVersions() {}

  public static List<Action> actions() {
    return List.of(
        Subject.policy("CreatePolicyVersion", PolicyVersions::create, Shapes.POLICY_DOCUMENT),
        Action.of("GetPolicyVersion", PolicyVersions::get, Shapes.POLICY_ARN, VERSION_ID),
        Subject.policy("ListPolicyVersions", PolicyVersions::list, Page.and()),
        Action.of("SetDefaultPolicyVersion", PolicyVersions::prefer, Shapes.POLICY_ARN, VERSION_ID),
        Action.of("DeletePolicyVersion", PolicyVersions::delete, Shapes.POLICY_ARN, VERSION_ID));
  }

  private static Structure describe(ManagedPolicy policy, Version version) {
    return Structure.empty()
        .with("VersionId", version.id())
        .with("IsDefaultVersion", policy.defaultVersion().equals(version))
        .with("CreateDate", version.createDate());
  }

  private static Structure create(Call call, ManagedPolicy policy) {
    ManagedPolicies.requireOwn(policy);
    String document = ManagedPolicies.document(call.parameters());
    if (policy.versions().size() >= MOST) {
      throw AwsError.limitExceeded(
          "A managed policy can have up to 5 versions. Before you create a new version, you must"
              + " delete an existing version.");
    }
    Version version = policy.revise(document, call.now());
    if (call.parameters().flag("SetAsDefault", false)) {
      policy.prefer(version);
    }
    return Structure.empty().with("PolicyVersion", describe(policy, version));
  }

  private static Structure get(Call call) {
    Found found = find(call, "iam:GetPolicyVersion");
    Structure answer =
        describe(found.policy(), found.version())
            .with("Document", Documents.encoded(found.version().document()));
    return Structure.empty().with("PolicyVersion", answer);
  }

  private static Structure list(Call call, ManagedPolicy policy) {
    return Page.of(call, policy.versions())
        .structures("Versions", version -> describe(policy, version));
  }

  private static Structure prefer(Call call) {
    Found found = find(call, "iam:SetDefaultPolicyVersion");
    ManagedPolicies.requireOwn(found.policy());
    found.policy().prefer(found.version());
    return Structure.empty();
  }

  private static Structure delete(Call call) {
    Found found = find(call, "iam:DeletePolicyVersion");
    ManagedPolicies.requireOwn(found.policy());
    if (found.policy().defaultVersion().equals(found.version())) {
      throw AwsError.deleteConflict("Cannot delete the default version of a policy.");
    }
    found.policy().remove(found.version());
    return Structure.empty();
  }

  /** AWS has one message for an unknown policy and an unknown version. */
  private static Found find(Call call, String action) {
    String arn = call.parameters().required("PolicyArn");
    String id = call.parameters().required("VersionId");
    call.authorize(action, arn);
    String unknown = "Policy %s version " + id + " does not exist or is not attachable.";
    ManagedPolicy policy = Subject.policy(call, arn, unknown);
    Version version = policy.version(id);
    if (version == null) {
      throw AwsError.noSuchEntity(unknown.formatted(arn));
    }
    return new Found(policy, version);
  }
}
