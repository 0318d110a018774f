package dev.keyturn.domain.iam.key;

import static dev.keyturn.domain.iam.key.RotationHome.OLD;
import static dev.keyturn.domain.iam.key.RotationHome.PLAIN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.key.KeyRotation.Request;
import dev.keyturn.domain.iam.key.KeyRotation.Rotated;
import dev.keyturn.domain.iam.key.RotationHome.Person;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.session.make.TokenService.Signer;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {

  @TempDir private Path folder;
  private LocalAws aws = new LocalAws(Duration.ofSeconds(10));
  private RotationHome it;
  private IamHome home;
  private Phone phone;
  private Person person;

  @BeforeEach
  void begin() {
    begin("home");
  }

  private void begin(String name) {
    it = new RotationHome(folder.resolve(name), aws);
    home = it.home;
    phone = it.phone;
    person = it.person;
    home.write(
        "config",
        """
        [profile copy]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        region = eu-central-1
        """);
  }

  @AfterEach
  void end() {
    aws.close();
  }

  private Rotated rotate(Request request) {
    return rotate(request, Fuse.none());
  }

  private Rotated rotate(Request request, Fuse fuse) {
    return it.rotate(request, fuse);
  }

  private UserCalls alice() {
    return it.alice();
  }

  private List<String> keys() {
    return it.keys();
  }

  private String idInFile(String profile) {
    return home.files.read().profile(profile).flatMap(it -> it.value("aws_access_key_id")).get();
  }

  private void assertOneKeyWorksEverywhere() {
    String id = idInFile("alice");
    assertThat(idInFile("copy")).isEqualTo(id);
    assertThat(id).isNotEqualTo(OLD);
    for (Signer signer : signers()) {
      assertThat(home.tokens.getCallerIdentity(alice().plan().endpoints(), signer).arn())
          .endsWith(":user/alice");
    }
    assertThat(home.rotations.find(alice().user().arn())).isEmpty();
  }

  /** What a program finds in the files. */
  private List<Signer> signers() {
    AwsConfiguration files = home.files.read();
    return List.of("alice", "copy").stream()
        .map(profile -> files.profile(profile).orElseThrow())
        .map(RotationTest::signer)
        .toList();
  }

  private static Signer signer(Section section) {
    return new Signer(
        section.value("aws_access_key_id").orElseThrow(),
        Secret.of(section.value("aws_secret_access_key").orElseThrow()),
        null);
  }

  @Test
  void a_key_is_replaced_everywhere_and_made_inactive_under_a_policy_that_requires_mfa() {
    Rotated rotated = rotate(PLAIN);
    assertThat(rotated.places())
        .extracting(place -> place.profile() + " " + place.place().kind())
        .containsExactly("alice " + FileKind.CREDENTIALS, "copy " + FileKind.CONFIG);
    assertThat(keys()).containsExactlyInAnyOrder(OLD + " INACTIVE", rotated.key() + " ACTIVE");
    assertOneKeyWorksEverywhere();
    assertThat(person.shown).contains("waits for AWS");
  }

  @Test
  void nothing_else_in_the_files_changes() {
    String before = home.text("credentials");
    Rotated rotated = rotate(PLAIN);
    String secret = requireNonNull(signers().get(0).key().secret()).reveal(Secret.Reveal.EXPORT);
    assertThat(home.text("credentials"))
        .isEqualTo(
            before
                .replace(OLD, rotated.key())
                .replace("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", secret));
  }

  @Test
  void the_old_key_is_deleted_if_that_is_wanted() {
    assertThat(rotate(RotationHome.request(true, false, null)).isDeleted()).isTrue();
    assertThat(keys()).hasSize(1);
  }

  @Test
  void the_session_stays_so_that_the_next_login_takes_no_code() {
    home.profiles(phone).session(alice().profile(), FreshnessRequirement.VALID);
    int asked = phone.asked;
    assertThat(rotate(PLAIN).sessions()).isEqualTo(1);
    UserCalls alice = alice();
    home.profiles(phone).session(alice.profile(), FreshnessRequirement.VALID);
    assertThat(phone.asked).isEqualTo(asked);
    assertThat(alice.call(home.iam::list)).hasSize(2);
  }

  @Test
  void after_a_leak_the_sessions_are_forgotten() {
    home.profiles(phone).session(alice().profile(), FreshnessRequirement.VALID);
    assertThat(rotate(RotationHome.request(true, true, null)).sessions()).isZero();
    assertThat(home.state.readAll("sessions")).isEmpty();
  }

  @Test
  void a_secret_is_kept_only_until_it_is_written() {
    List<String> stages = new ArrayList<>();
    rotate(
        PLAIN,
        Fuse.watching(
            () -> home.state.readAll("rotations").forEach(record -> stages.add(stage(record)))));
    assertThat(stages).contains("begun", "created with secret", "written");
    assertThat(home.state.readAll("rotations")).isEmpty();
  }

  private static String stage(java.util.Map<String, String> record) {
    return record.get("stage") + (record.containsKey("secret") ? " with secret" : "");
  }

  @Test
  void a_reader_of_the_files_never_finds_a_key_that_does_not_work() {
    Reader reader = new Reader();
    rotate(PLAIN, Fuse.watching(reader));
    assertThat(reader.looks).isGreaterThan(40);
  }

  /** Polls the files; uses each key it has read for some seconds more. */
  private final class Reader implements Runnable {
    int looks;
    private List<Signer> before = List.of();
    private Instant when = Instant.MIN;

    @Override
    public void run() {
      looks++;
      if (Duration.between(when, aws.clock().instant()).toSeconds() < 9) {
        before.forEach(this::use);
      } else {
        before = signers();
        when = aws.clock().instant();
      }
      signers().forEach(this::use);
    }

    private void use(Signer signer) {
      home.tokens.getCallerIdentity(alice().plan().endpoints(), signer);
    }
  }

  @Test
  void whatever_step_is_killed_the_next_run_finishes_or_rolls_back() {
    assertRepaired(Fuse::killing);
  }

  @Test
  void whatever_call_fails_the_next_run_finishes_or_rolls_back() {
    assertRepaired(step -> Fuse.failing(step, new AwsFailure.ServiceFault("iam", "HTTP 500")));
  }

  @Test
  void whenever_the_network_goes_the_next_run_finishes_or_rolls_back() {
    assertRepaired(
        step -> Fuse.failingFrom(step, new AwsFailure.Unreachable("iam", "no answer", true)));
  }

  /** Breaks each step in turn, until one run meets no break. The files work at every time. */
  private void assertRepaired(IntFunction<Fuse> fuses) {
    for (int step = 1; ; step++) {
      begin("broken-at-" + step);
      Fuse fuse = fuses.apply(step);
      Throwable broken = catchThrowable(() -> rotate(PLAIN, fuse));
      signers().forEach(new Reader()::use);
      if (!fuse.isBlown()) {
        assertThat(broken).isNull();
        assertThat(step).isGreaterThan(60);
        return;
      }
      boolean isFinished =
          home.rotations.find(alice().user().arn()).isEmpty() && !idInFile("alice").equals(OLD);
      if (!isFinished) {
        rotate(PLAIN);
      }
      assertOneKeyWorksEverywhere();
      assertThat(keys())
          .as("broken at " + step)
          .containsExactlyInAnyOrder(OLD + " INACTIVE", idInFile("alice") + " ACTIVE");
      aws.close();
      aws = new LocalAws(Duration.ofSeconds(10));
    }
  }

  @Test
  void a_second_key_has_to_go_first() {
    AccessKey other = alice().call(home.iam::create);
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> rotate(PLAIN))
        .satisfies(e -> {
          assertThat(e.failure().message()).contains(other.id() + " (active, never used)");
          assertThat(e.failure().hint())
              .isEqualTo("keyturn keys delete " + other.id() + " -p alice");
        });
    person.makesRoom = true;
    rotate(PLAIN);
    assertOneKeyWorksEverywhere();
  }

  @Test
  void a_file_that_cannot_be_written_stops_it_before_a_key_is_made() {
    folder.resolve("home").resolve("credentials").toFile().setReadOnly();
    assertFails(FailureName.UNWRITABLE_FILE, () -> rotate(PLAIN));
    assertThat(keys()).containsExactly(OLD + " ACTIVE");
  }

  @Test
  void a_key_whose_secret_is_in_the_other_file_is_not_rotated() {
    home.write("credentials", "[alice]\naws_access_key_id = " + OLD + "\n");
    home.write(
        "config",
        """
        [profile alice]
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    assertFails(FailureName.BAD_PROFILE, () -> rotate(PLAIN));
    assertThat(keys()).containsExactly(OLD + " ACTIVE");
  }

  @Test
  void an_earlier_edit_cannot_bring_back_the_old_secret() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    home.edits.change(
        FileKind.CREDENTIALS,
        folder.resolve("home/credentials").toString(),
        "config set",
        List.of(new ProfileFiles.Change.Set("other", "aws_secret_access_key", secret)));
    assertThat(home.journal.newestFirst()).hasSize(1);
    rotate(PLAIN);
    assertThat(home.journal.newestFirst()).noneMatch(AppliedEdit::canBeUndone);
  }

  private static void assertFails(FailureName name, Runnable work) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(work::run)
        .satisfies(e -> assertThat(e.failure().name()).isEqualTo(name));
  }
}
