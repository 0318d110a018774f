package dev.keyturn.domain.migration;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditPreview;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.plan.Suffixes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts long-term keys into a profile that has no credentials yet. Thread-safe as its port is. */
public final class NewProfile {

  private static final String ID = "aws_access_key_id";

  /** The settings that give a profile credentials, in any of its sections. */
  private static final List<String> CREDENTIALS =
      List.of(
          ID,
          "aws_secret_access_key",
          "role_arn",
          "source_profile",
          "credential_process",
          "sso_session",
          "sso_start_url",
          "login_session",
          "web_identity_token_file");

  /**
   * A profile to be created.
   *
   * @param profile its name
   * @param key its keys
   * @param region its region; empty for none
   * @param layout of its sections
   * @param process the {@code credential_process} line with which AWS tools ask Keyturn for it
   */
  public record Wish(
      String profile, AccessKey key, String region, ProfileLayout layout, String process) {}

  private final FileEdits edits;

  public NewProfile(FileEdits edits) {
    this.edits = edits;
  }

  /** Whether {@code profile} has no credentials of any kind in any file. */
  public static boolean lacksCredentials(AwsConfiguration files, String profile) {
    return sections(files, profile).stream().noneMatch(NewProfile::givesCredentials);
  }

  /** The ids of the long-term keys of {@code profile}, by the names of its sections. */
  public static Map<String, String> keyIds(AwsConfiguration files, String profile) {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Section section : sections(files, profile)) {
      section.filled(ID).ifPresent(id -> ids.put(section.name(), id.value()));
    }
    ids.values().removeIf(AccessKey::isTemporary);
    return ids;
  }

  private static List<Section> sections(AwsConfiguration files, String profile) {
    return Stream.of("", Suffixes.STANDARD.longTerm(), Suffixes.DEFAULT)
        .flatMap(suffix -> files.profile(profile + suffix).stream())
        .toList();
  }

  private static boolean givesCredentials(Section section) {
    return CREDENTIALS.stream().anyMatch(name -> section.filled(name).isPresent());
  }

  /**
   * Checks that a section can have this name.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} for a name that not all AWS
   *     tools read
   */
  public void checkName(String profile) {
    Change region = new Change.Set("profile " + profile, "region", "us-east-1");
    edits.preview(Map.of(FileKind.CONFIG, List.of(region)));
  }

  /** What the files would be; changes nothing. */
  public EditPreview preview(Wish wish) {
    return edits.preview(changes(wish));
  }

  /**
   * Writes the profile.
   *
   * @param files where the files are
   * @throws dev.keyturn.domain.failure.FailureException as {@link FileEdits#change}
   */
  public void make(Wish wish, AwsConfiguration files) {
    Map<FileKind, List<Change>> changes = changes(wish);
    String command = Edit.SETUP + wish.profile();
    edits.change(
        FileKind.CREDENTIALS,
        files.credentialsFile(),
        command,
        changes.getOrDefault(FileKind.CREDENTIALS, List.of()));
    edits.change(
        FileKind.CONFIG,
        files.configFile(),
        command,
        changes.getOrDefault(FileKind.CONFIG, List.of()));
  }

  private static Map<FileKind, List<Change>> changes(Wish wish) {
    String keys = wish.layout().keys(wish.profile());
    String profile = wish.profile().equals("default") ? "default" : "profile " + wish.profile();
    List<Change> config = new ArrayList<>();
    if (!wish.region().isEmpty()) {
      config.add(new Change.Set(profile, "region", wish.region()));
    }
    if (wish.layout() == ProfileLayout.PROCESS) {
      config.add(new Change.Set(profile, "credential_process", wish.process()));
    }
    return Map.of(
        FileKind.CREDENTIALS,
        List.of(
            new Change.Set(keys, ID, wish.key().id()),
            new Change.Set(
                keys, "aws_secret_access_key", wish.key().secret().reveal(Reveal.STORE))),
        FileKind.CONFIG,
        List.copyOf(config));
  }
}
