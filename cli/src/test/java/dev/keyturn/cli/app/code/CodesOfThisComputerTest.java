package dev.keyturn.cli.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.cli.app.code.CodesOfThisComputer.Person;
import dev.keyturn.cli.command.login.LoginLine;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.profile.SessionPlanner;
import dev.keyturn.domain.profile.code.CodeOrigin;
import dev.keyturn.domain.profile.plan.PlanRequest;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StoredSecret;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which places of seeds are opened, and where somebody would have to open them. */
class CodesOfThisComputerTest {

  private static final Map<String, String> PROGRAM =
      Map.of("KEYTURN_STORE_PASSPHRASE_COMMAND", "pass keyturn");

  @TempDir private Path folder = Path.of("");

  @Test
  void in_the_background_only_an_open_place_gives_codes() throws IOException {
    assertThat(seed("encrypted-file", Condition.State.OPEN, null, Map.of())).isNotNull();
    assertThat(seed("encrypted-file", Condition.State.LOCKED, null, Map.of())).isNull();
    assertThat(seed("keychain", Condition.State.LOCKED, null, PROGRAM)).isNull();
    assertThat(seed("encrypted-file", Condition.State.EMPTY, null, PROGRAM)).isNull();
  }

  @Test
  void a_program_that_prints_the_passphrase_opens_it_in_the_background() throws IOException {
    assertThat(seed("encrypted-file", Condition.State.LOCKED, null, PROGRAM)).isNotNull();
  }

  @Test
  void a_locked_place_is_passed_over_where_no_terminal_could_open_it() throws IOException {
    assertThat(isPresent("encrypted-file", Condition.State.LOCKED, false, Map.of())).isFalse();
    assertThat(isPresent("encrypted-file", Condition.State.LOCKED, true, Map.of())).isTrue();
    assertThat(isPresent("encrypted-file", Condition.State.LOCKED, false, PROGRAM)).isTrue();
    assertThat(isPresent("encrypted-file", Condition.State.OPEN, false, Map.of())).isTrue();
    assertThat(isPresent("keychain", Condition.State.LOCKED, false, Map.of())).isTrue();
  }

  private boolean isPresent(
      String place, Condition.State state, boolean terminal, Map<String, String> environment)
      throws IOException {
    Person person = new Person(new Screen(terminal), new LoginLine(null));
    MfaCodeSource source = seed(place, state, person, environment);
    return source != null && source.isPresent();
  }

  private @Nullable MfaCodeSource seed(
      String place, Condition.State state, @Nullable Person person, Map<String, String> environment)
      throws IOException {
    CodesOfThisComputer codes =
        new CodesOfThisComputer(
            environment,
            () -> {
              throw new AssertionError("no program is asked");
            },
            () -> at -> new Place(state),
            person,
            LocalClock.of(Clock.systemUTC()),
            note -> {});
    return codes.of(CodeOrigin.SEED, plan(place));
  }

  private SessionPlan plan(String place) throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(
        config,
        """
        [profile work]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        mfa_serial = GAHT12345678
        keyturn_mfa_seed = %s
        """
            .formatted(place));
    Map<String, String> places =
        Map.of(
            "AWS_CONFIG_FILE", config.toString(),
            "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    AwsFiles files = new AwsFiles(places, "/", FileSystems.getDefault(), (name, wait) -> () -> {});
    return new SessionPlanner().plan(files.read(), PlanRequest.of("work", Map.of()));
  }

  private record Place(Condition.State state) implements SecretStore {

    @Override
    public Condition condition() {
      return new Condition(state, "");
    }

    @Override
    public List<ItemName> names() {
      throw new AssertionError("nobody looks into it");
    }

    @Override
    public StoredSecret get(ItemName name) {
      throw new AssertionError("nobody opens it");
    }

    @Override
    public void prepare() {
      throw new AssertionError("nobody opens it");
    }

    @Override
    public void put(ItemName name, Secret secret) {
      throw new AssertionError("nobody changes it");
    }

    @Override
    public void remove(ItemName name) {
      throw new AssertionError("nobody changes it");
    }
  }

  private record Screen(boolean isPresent) implements Terminal {

    @Override
    public void show(String line) {}

    @Override
    public String ask(String prompt) {
      throw new AssertionError("nobody is asked");
    }

    @Override
    public String askSecret(String prompt) {
      throw new AssertionError("nobody is asked");
    }

    @Override
    public void countDown(String what, Duration wait) {}

    @Override
    public void progress(String text) {}
  }
}
