package dev.keyturn.domain.migration;

import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditPreview;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Moves profiles from one layout to another. Thread-safe as its ports are. */
public final class Migrations {

  private final SessionPlanner planner = new SessionPlanner();
  private final ProfileFiles files;
  private final FileEdits edits;

  public Migrations(ProfileFiles files, FileEdits edits) {
    this.files = files;
    this.edits = edits;
  }

  /**
   * The changes that would move a profile; changes nothing.
   *
   * @param plan how its session is made, by {@code current}
   * @param device its MFA device; null if unknown
   * @param process the {@code credential_process} line with which AWS tools ask Keyturn for it
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} when it cannot
   *     be moved
   */
  public Migration of(
      AwsConfiguration current,
      SessionPlan plan,
      @Nullable MfaDevice device,
      String process,
      ProfileLayout to) {
    return new MigrationRule(current, plan, device, process).to(to);
  }

  /**
   * What the files would be after {@code migration}; changes nothing.
   *
   * @param before how the profile's session is made now
   * @param request a request for the same session afterwards
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.Bad} if the profile
   *     would then have another key, device, role or region
   */
  public EditPreview preview(Migration migration, SessionPlan before, PlanRequest request) {
    List<Change> credentials = new ArrayList<>(migration.session());
    credentials.addAll(migration.credentials());
    EditPreview preview =
        edits.preview(
            Map.of(FileKind.CONFIG, migration.config(), FileKind.CREDENTIALS, credentials));
    SessionPlan after = planner.plan(preview.after(), request);
    same("access key", id(before), id(after), before);
    same("role", before.roleArn(), after.roleArn(), before);
    same("region", before.region(), after.region(), before);
    if (before.device() != null) {
      same("MFA device", before.device(), after.device(), before);
    }
    return preview;
  }

  private static @Nullable String id(SessionPlan plan) {
    return plan.longTermKeyId().orElse(null);
  }

  private static void same(
      String what, @Nullable Object before, @Nullable Object after, SessionPlan plan) {
    if (!Objects.equals(before, after)) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "profile '" + plan.profile() + "' would get another " + what + "; nothing is changed",
              ShellCommand.of("keyturn", "explain", plan.profile()))
          .exception();
    }
  }

  /**
   * Changes the files. A session is removed first, because the journal must not record its keys;
   * between two edits, at least one file contains the long-term keys.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link FileEdits#change}
   */
  public void make(Migration migration, AwsConfiguration current) {
    String command = command(migration);
    if (!migration.session().isEmpty()) {
      files.edit(FileKind.CREDENTIALS, now -> migration.session());
    }
    edits.change(FileKind.CREDENTIALS, current.credentialsFile(), command, migration.credentials());
    edits.change(FileKind.CONFIG, current.configFile(), command, migration.config());
  }

  private static String command(Migration migration) {
    String to = migration.to().name().toLowerCase(Locale.ROOT);
    return Edit.MIGRATE + migration.profile() + " --to " + to;
  }
}
