package dev.keyturn.cli.adapter.file;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdits;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.adapter.awscli.JsonFileCache;
import dev.keyturn.cli.adapter.folder.OwnedFiles;
import dev.keyturn.cli.adapter.folder.TemporaryFolder;
import dev.keyturn.cli.adapter.loopback.LoopbackEndpoint;
import dev.keyturn.cli.adapter.shell.DotenvFile;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import dev.keyturn.cli.command.port.CredentialEndpoint.Settings;
import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.Served;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Session;
import dev.keyturn.domain.session.store.SessionKey;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that writes a file of Keyturn's or of its user's.
 *
 * @param what what it writes
 * @param file writes the file to an existing folder
 */
record Writer(String what, Consumer<Path> file) {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Identity ADA =
      new Identity("123456789012", "arn:aws:iam::123456789012:user/ada", "AIDAEXAMPLE");
  private static final SessionCredentials KEYS =
      new SessionCredentials(
          "ASIAIOSFODNN7EXAMPLE",
          Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
          Secret.of("IQoJb3JpZ2luX2IQoJb3JpZ2luX2IQoJb3JpZ2luX2"),
          NOON.plusSeconds(3600));
  private static final List<Change> SET = List.of(new Change.Set("default", "region", "x"));
  private static final Locks NO_LOCKS = (name, wait) -> () -> {};

  /** Every writer of the library and of the command line. */
  static List<Writer> all() {
    return List.of(
        new Writer("a session in the credentials file", Writer::credentials),
        new Writer("a profile in the config file", Writer::config),
        new Writer("a setting by hand", Writer::setting),
        new Writer("the record of an edit", Writer::undo),
        new Writer("a session in the cache", Writer::session),
        new Writer("a used code", Writer::code),
        new Writer("a lock", folder -> new FileLocks(folder).acquire("a", Duration.ZERO).close()),
        new Writer("the cache of the AWS CLI", Writer::awsCliCache),
        new Writer(".env", Writer::dotenv),
        new Writer("a file of serve", Writer::fileOfServe),
        new Writer("the config file of a program that is served", Writer::servedProgram),
        new Writer("the log of serve", Writer::log));
  }

  private static void credentials(Path folder) {
    files(folder).edit(FileKind.CREDENTIALS, current -> SET);
  }

  private static void config(Path folder) {
    files(folder).edit(FileKind.CONFIG, current -> SET);
  }

  private static AwsFiles files(Path folder) {
    return new AwsFiles(environment(folder), folder.toString(), FileSystems.getDefault(), NO_LOCKS);
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "AWS_CONFIG_FILE", folder.resolve("config").toString(),
        "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
  }

  private static void setting(Path folder) {
    edit(folder, folder.resolveSibling("state"));
  }

  private static void undo(Path folder) {
    edit(folder.resolveSibling("other"), folder);
  }

  private static void edit(Path folder, Path state) {
    FileSystem disk = FileSystems.getDefault();
    EditJournal journal = new FileEditJournal(new StateFolder(state), disk, NO_LOCKS, () -> NOON);
    FileLocations locations = FileLocations.of(environment(folder), folder.toString(), disk);
    new AwsFileEdits(locations, NO_LOCKS, journal)
        .change(FileKind.CONFIG, folder.resolve("config").toString(), "config set", SET);
  }

  private static void session(Path folder) {
    Session session = new Session(KEYS, ADA, null, null, Duration.ofHours(1));
    new FileSessionStore(new StateFolder(folder)).save(new SessionKey("x"), session);
  }

  private static void code(Path folder) {
    new FileCodeLedger(new StateFolder(folder), NO_LOCKS, () -> NOON, SecureRandom::new)
        .spend(new MfaDevice("arn:aws:iam::123456789012:mfa/ada"), MfaCode.parse("123456"));
  }

  private static void awsCliCache(Path folder) {
    new JsonFileCache(Map.of(), folder, FileReads.unnoticed())
        .save("role", new AssumedRole(KEYS, ADA));
  }

  private static void dotenv(Path folder) {
    EnvironmentChange change =
        new EnvironmentChange(new LinkedHashMap<>(Map.of("A", "1")), List.of());
    new DotenvFile(NO_LOCKS).merge(folder.resolve(".env").toString(), change, false);
  }

  private static void fileOfServe(Path folder) {
    new OwnedFiles().write(folder.resolve("serve.env").toString(), "#", "# A=1");
  }

  private static void servedProgram(Path folder) {
    try (TemporaryFolder made = TemporaryFolder.in(folder)) {
      made.write("config", "[default]");
    }
  }

  private static void log(Path folder) {
    String log = folder.resolve("log").toString();
    new LoopbackEndpoint(new SecureRandom(), () -> NOON)
        .start(new Settings(0, Set.of(Form.CONTAINER), false, false, log, "x", "y"), new Nothing())
        .close();
  }

  private static final class Nothing implements Served {
    private static final Answer NO = new Forbidden("nothing is served");

    @Override
    public Answer own() {
      return NO;
    }

    @Override
    public Answer profile(String name) {
      return NO;
    }

    @Override
    public Answer role(String arn) {
      return NO;
    }

    @Override
    public boolean isReady() {
      return false;
    }
  }

  @Override
  public String toString() {
    return what;
  }
}
