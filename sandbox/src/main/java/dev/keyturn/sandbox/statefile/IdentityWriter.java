package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.state.identity.Group;
import dev.keyturn.sandbox.state.identity.LoginProfile;
import dev.keyturn.sandbox.state.identity.ManagedPolicy;
import dev.keyturn.sandbox.state.identity.PasswordPolicy;
import dev.keyturn.sandbox.state.identity.Policy;
import dev.keyturn.sandbox.state.identity.Tag;
import org.jspecify.annotations.Nullable;

/** Writes groups, policies, tags and passwords as {@link AccountReader} reads them. */
final class IdentityWriter {
  private IdentityWriter() {}

  static Json group(Group group) {
    return new Members()
        .text("GroupName", group.name())
        .text("Path", group.path())
        .text("GroupId", group.id())
        .time("CreateDate", group.createDate())
        .list("Policies", group.policies().values(), IdentityWriter::inline)
        .listIfAny("AttachedManagedPolicies", group.attachedPolicies(), IdentityWriter::attached)
        .json();
  }

  static Json inline(Policy policy) {
    return new Members()
        .text("PolicyName", policy.name())
        .jsonIf("PolicyDocument", Json.parse(policy.document()))
        .json();
  }

  static Json attached(ManagedPolicy policy) {
    return new Members().text("PolicyName", policy.name()).text("PolicyArn", policy.arn()).json();
  }

  static @Nullable Json boundary(@Nullable ManagedPolicy policy) {
    return policy == null
        ? null
        : new Members()
            .text("PermissionsBoundaryType", "Policy")
            .text("PermissionsBoundaryArn", policy.arn())
            .json();
  }

  static Json managed(ManagedPolicy policy) {
    return new Members()
        .text("PolicyName", policy.name())
        .text("Path", policy.path())
        .text("PolicyId", policy.id())
        .textIf("Description", policy.description())
        .time("CreateDate", policy.createDate())
        .listIfAny("Tags", policy.tags(), IdentityWriter::tag)
        .list("PolicyVersionList", policy.versions(), version -> version(policy, version))
        .json();
  }

  private static Json version(ManagedPolicy policy, ManagedPolicy.Version version) {
    return new Members()
        .text("VersionId", version.id())
        .jsonIf("Document", Json.parse(version.document()))
        .flag("IsDefaultVersion", policy.defaultVersion().equals(version))
        .time("CreateDate", version.createDate())
        .json();
  }

  static Json tag(Tag tag) {
    return new Members().text("Key", tag.key()).text("Value", tag.value()).json();
  }

  static @Nullable Json login(@Nullable LoginProfile profile) {
    return profile == null
        ? null
        : new Members()
            .text("Password", profile.password())
            .flag("PasswordResetRequired", profile.resetRequired())
            .time("CreateDate", profile.createDate())
            .json();
  }

  static @Nullable Json passwordPolicy(@Nullable PasswordPolicy policy) {
    return policy == null
        ? null
        : new Members()
            .number("MinimumPasswordLength", policy.minimumLength())
            .flag("RequireSymbols", policy.requireSymbols())
            .flag("RequireNumbers", policy.requireNumbers())
            .flag("RequireUppercaseCharacters", policy.requireUppercase())
            .flag("RequireLowercaseCharacters", policy.requireLowercase())
            .flag("AllowUsersToChangePassword", policy.usersMayChange())
            .numberIf("MaxPasswordAge", number(policy.maxAge()))
            .numberIf("PasswordReusePrevention", number(policy.reusePrevention()))
            .flag("HardExpiry", policy.hardExpiry())
            .json();
  }

  private static @Nullable Long number(@Nullable Integer value) {
    return value == null ? null : Long.valueOf(value);
  }
}
