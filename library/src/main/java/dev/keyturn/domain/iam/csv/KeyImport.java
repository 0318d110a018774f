package dev.keyturn.domain.iam.csv;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;

/** Writes access keys to the credentials file, each to its own profile. */
public final class KeyImport {

  private static final String ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";

  /** What was done with a key. */
  public enum Result {
    /** The profile had no key. */
    ADDED,
    /** The profile has another key than before. */
    REPLACED,
    /** The profile had this key. */
    UNCHANGED
  }

  /**
   * A key for a profile.
   *
   * @param profile the profile
   * @param key the key
   */
  public record Request(String profile, AccessKey key) {}

  /**
   * What was done.
   *
   * @param profile the profile
   * @param accessKeyId the key
   * @param place the section that has it
   * @param result what was done with it
   */
  public record Imported(String profile, String accessKeyId, Place place, Result result) {}

  private final ProfileFiles files;
  private final FileEdits edits;

  public KeyImport(ProfileFiles files, FileEdits edits) {
    this.files = files;
    this.edits = edits;
  }

  /**
   * Writes all keys in one edit, or none.
   *
   * @param source the file they come from, for hints
   * @param overwrites whether a profile may lose another key
   * @throws dev.keyturn.domain.failure.FailureException {@code ProfileFailure.ForbiddenTarget} for
   *     a profile that has another key, and as {@link FileEdits#change}
   */
  public List<Imported> write(List<Request> requests, String source, boolean overwrites) {
    AwsConfiguration now = files.read();
    List<Imported> imported = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Request request : requests) {
      Imported one = imported(now, request);
      if (one.result() == Result.REPLACED && !overwrites) {
        throw forbidden(one.place().section(), source).exception();
      }
      imported.add(one);
      if (one.result() != Result.UNCHANGED) {
        changes.addAll(changes(one.place().section(), request.key()));
      }
    }
    if (!changes.isEmpty()) {
      edits.change(FileKind.CREDENTIALS, now.credentialsFile(), "import", changes);
    }
    return imported;
  }

  private static Imported imported(AwsConfiguration now, Request request) {
    String section =
        new SettingName("profile", request.profile(), ID).section(FileKind.CREDENTIALS);
    Place place = new Place(FileKind.CREDENTIALS, now.credentialsFile(), section);
    return new Imported(request.profile(), request.key().id(), place, result(now, request));
  }

  /** A key in the config file counts too: the SDKs use it where the credentials file has none. */
  private static Result result(AwsConfiguration now, Request request) {
    String id = now.profile(request.profile()).flatMap(it -> it.value(ID)).orElse("");
    String secret = now.profile(request.profile()).flatMap(it -> it.value(SECRET)).orElse("");
    if (id.isEmpty()) {
      return Result.ADDED;
    }
    AccessKey key = request.key();
    boolean isSame = id.equals(key.id()) && secret.equals(key.secret().reveal(Reveal.STORE));
    return isSame ? Result.UNCHANGED : Result.REPLACED;
  }

  private static List<Change> changes(String section, AccessKey key) {
    return List.of(
        new Change.Set(section, ID, key.id()),
        new Change.Set(section, SECRET, key.secret().reveal(Reveal.STORE)));
  }

  private static ProfileFailure forbidden(String section, String source) {
    return new ProfileFailure.ForbiddenTarget(
        section,
        "[" + section + "] contains another access key; Keyturn will not overwrite it",
        (ShellCommand.ADD + "force" + ShellCommand.ELSE)
            + ShellCommand.of("keyturn", "import", source, "--force"));
  }
}
