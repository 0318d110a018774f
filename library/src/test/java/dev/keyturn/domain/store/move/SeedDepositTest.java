package dev.keyturn.domain.store.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.MoveRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.make.SeedCodeSource;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedDepositTest {

  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final StorePlace KEYCHAIN = StorePlace.parse("keychain");
  private static final Instant NOW = Instant.ofEpochSecond(59);

  private static final String CONFIG =
      """
      [profile work]
      mfa_serial = %s

      [profile again]
      mfa_serial = %s
      """
          .formatted(DEVICE, DEVICE);
  private static final String CREDENTIALS =
      """
      [work]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

      [again]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      """;

  @TempDir private Path folder = Path.of("");
  private final MemoryStores stores = new MemoryStores();

  @SuppressWarnings("NullAway.Init")
  private SessionHome home;

  @SuppressWarnings("NullAway.Init")
  private SeedDeposit seeds;

  @BeforeEach
  void begin() {
    home = new SessionHome(folder, CONFIG, CREDENTIALS);
    StateFolder state = new StateFolder(folder.resolve("state"));
    KeyCopies copies = new KeyCopies(home.files, stores, new MoveRecords(state));
    FileEditJournal journal =
        new FileEditJournal(
            state,
            FileSystems.getDefault(),
            new FileLocks(folder.resolve("state")),
            () -> Instant.EPOCH);
    seeds = new SeedDeposit(home.files, stores, copies, journal);
  }

  private void keep(String profile) {
    seeds.keep(seeds.of(home.plan(profile), KEYCHAIN), Secret.of(SEED));
  }

  @Test
  void a_profile_takes_its_codes_from_the_place_that_it_names() {
    keep("work");

    assertThat(home.text("config")).contains("keyturn_mfa_seed = keychain");
    MfaCode code = Totp.ofBase32(SEED).at(NOW);
    assertThat(seeds.open(seeds.kept(home.plan("work"))).at(NOW)).isEqualTo(code);
    SeedCodeSource source =
        new SeedCodeSource(
            stores.at(KEYCHAIN), () -> true, InstantSource.fixed(NOW), note -> {}, wait -> {});
    assertThat(source.code(new MfaDevice(DEVICE), "work")).isEqualTo(code);
  }

  @Test
  void what_was_kept_is_removed_when_no_other_profile_uses_it() {
    keep("work");
    keep("again");

    assertThat(seeds.remove(seeds.own(home.plan("work")))).isEqualTo("again");
    assertThat(stores.at(KEYCHAIN).names()).hasSize(1);
    assertThat(seeds.remove(seeds.own(home.plan("again")))).isNull();

    assertThat(stores.at(KEYCHAIN).names()).isEmpty();
    assertThat(home.text("config")).isEqualTo(CONFIG);
  }

  /** Such a profile takes its device from a variable, a role or what IAM lists. */
  @Test
  void it_is_kept_for_a_profile_with_the_same_place_and_no_device_of_its_own() {
    home.write("config", CONFIG + "[profile third]\nkeyturn_mfa_seed = keychain\n");
    keep("work");

    assertThat(seeds.remove(seeds.own(home.plan("work")))).isEqualTo("third");
    assertThat(stores.at(KEYCHAIN).names()).hasSize(1);
  }

  @Test
  void a_profile_with_another_device_does_not_keep_it() {
    home.write(
        "config",
        CONFIG + "[profile third]\nmfa_serial = GAHT12345678\nkeyturn_mfa_seed = keychain\n");
    keep("work");

    assertThat(seeds.remove(seeds.own(home.plan("work")))).isNull();
    assertThat(stores.at(KEYCHAIN).names()).isEmpty();
  }

  @Test
  void a_line_of_the_credentials_file_is_removed_too() {
    keep("work");
    String kept = CREDENTIALS.replace("[work]\n", "[work]\nkeyturn_mfa_seed = keychain\n");
    home.write("config", CONFIG);
    home.write("credentials", kept);

    assertThat(seeds.remove(seeds.own(home.plan("work")))).isNull();
    assertThat(home.text("credentials")).isEqualTo(CREDENTIALS);
    assertThat(stores.at(KEYCHAIN).names()).isEmpty();
  }

  @Test
  void what_a_role_takes_from_its_source_is_removed_from_the_source() {
    String role =
        """
        [profile admin]
        role_arn = arn:aws:iam::123456789012:role/admin
        source_profile = work
        """;
    home.write("config", CONFIG + role);
    keep("work");

    assertThatThrownBy(() -> seeds.own(home.plan("admin")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().hint()).isEqualTo("keyturn store remove-seed work"));
  }

  @Test
  void another_seed_of_the_same_device_would_be_lost() {
    SeedDeposit.Seed seed = seeds.of(home.plan("work"), KEYCHAIN);
    assertThat(seeds.replaces(seed, Secret.of(SEED))).isFalse();
    keep("work");

    assertThat(seeds.replaces(seed, Secret.of(SEED))).isFalse();
    assertThat(seeds.replaces(seed, Secret.of("JBSWY3DPEHPK3PXP"))).isTrue();
  }

  @Test
  void a_place_that_fails_leaves_the_file_as_it_was() {
    stores.changesLeft = 0;
    assertThatThrownBy(() -> keep("work")).hasMessageContaining("it was pulled");
    assertThat(home.text("config")).isEqualTo(CONFIG);
  }
}
