package dev.keyturn.domain.iam;

import dev.keyturn.adapter.aws.AwsTokenService;
import dev.keyturn.adapter.aws.iam.AwsIam;
import dev.keyturn.adapter.aws.iam.AwsInlinePolicies;
import dev.keyturn.adapter.awsfile.edit.AwsFileEdits;
import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.EnrollmentRecords;
import dev.keyturn.adapter.state.FileCodeLedger;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.RecordedAttempts;
import dev.keyturn.adapter.state.RevocationRecords;
import dev.keyturn.adapter.state.RotationRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.session.NoPrograms;
import dev.keyturn.domain.session.make.CodeOrder;
import dev.keyturn.domain.session.make.PlanCredentials;
import dev.keyturn.domain.session.make.SessionMaker;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.SharedState;
import dev.keyturn.domain.session.use.ProfileCredentials;
import dev.keyturn.domain.store.MemoryStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A home folder whose AWS is a {@link LocalAws}: real files, records, locks and calls. */
public final class IamHome {

  public static final String KEYS =
      """
      [alice]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

      [newcomer]
      aws_access_key_id = AKIAI44QH8DHBEXAMPLE
      aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY

      [stranger]
      aws_access_key_id = AKIASTRANGER00EXAMPLE
      aws_secret_access_key = stranger/K7MDENG/bPxRfiCY/EXAMPLEKEY0000
      """;

  private final Path folder;
  private final Map<String, String> environment;
  public final LocalAws aws;
  public final StateFolder state;
  public final AwsFiles files;
  public final FileSessionStore store;
  public final KeyRecords memory;
  public final EnrollmentRecords enrollments;
  public final RotationRecords rotations;
  public final RevocationRecords revocations;
  public final FileCodeLedger ledger;
  public final Locks locks;
  public final AwsTokenService tokens;
  public final AwsIam iam;
  public final AwsInlinePolicies policies;
  public final FileEdits edits;
  public final EditJournal journal;
  public final MemoryStores stores = new MemoryStores();
  public final List<String> notes = new ArrayList<>();

  public IamHome(Path folder, LocalAws aws) {
    this.folder = folder;
    this.aws = aws;
    write("credentials", KEYS);
    write("config", "");
    environment =
        Map.of(
            "AWS_CONFIG_FILE", folder.resolve("config").toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString(),
            "AWS_REGION", "us-east-1",
            "AWS_ENDPOINT_URL", aws.url());
    state = new StateFolder(folder.resolve("state"));
    locks = new FileLocks(folder.resolve("state"));
    files = new AwsFiles(environment, "/", FileSystems.getDefault(), locks);
    store = new FileSessionStore(state);
    memory = new KeyRecords(state);
    enrollments = new EnrollmentRecords(state);
    rotations = new RotationRecords(state);
    revocations = new RevocationRecords(state);
    ledger = new FileCodeLedger(state, locks, aws.clock(), SecureRandom::new);
    tokens = new AwsTokenService(environment, aws.clock(), line -> {});
    iam = new AwsIam(environment, aws.clock(), line -> {});
    policies = new AwsInlinePolicies(environment, aws.clock(), line -> {});
    journal = new FileEditJournal(state, FileSystems.getDefault(), locks, aws.clock());
    edits =
        new AwsFileEdits(
            FileLocations.of(environment, "/", FileSystems.getDefault()), locks, journal);
  }

  /** The service of a new process, whose person is {@code source}. */
  public ProfileCredentials profiles(MfaCodeSource source) {
    return new ProfileCredentials(
        files, store, memory, AwsCliCache.NONE, () -> maker(source), notes::add, aws.clock());
  }

  private SessionMaker maker(MfaCodeSource source) {
    NoPrograms programs = new NoPrograms();
    return new SessionMaker(
        new PlanCredentials(
            programs,
            stores,
            plan -> {
              throw new AssertionError(plan.base());
            }),
        tokens,
        new SharedState(store, memory, ledger, new RecordedAttempts(state), locks),
        new CodeOrder(source, (origin, plan) -> null, note -> {}),
        (user, devices) -> devices.get(0),
        aws.clock());
  }

  /** The user of a profile, for a new process. */
  public UserCalls user(String profile, MfaCodeSource source) {
    PlanRequest request = PlanRequest.of(profile, environment);
    return new UserCalls(profiles(source), tokens, request, aws.clock());
  }

  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String file, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
