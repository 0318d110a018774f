package dev.keyturn.domain.store.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.session.make.SeedCodeSource;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.StorePlace;
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
    seeds = new SeedDeposit(home.files, stores);
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
        new SeedCodeSource(stores.at(KEYCHAIN), InstantSource.fixed(NOW), note -> {}, wait -> {});
    assertThat(source.code(new MfaDevice(DEVICE), "work")).isEqualTo(code);
  }

  @Test
  void what_was_kept_is_removed_when_no_other_profile_uses_it() {
    keep("work");
    keep("again");

    seeds.remove(seeds.kept(home.plan("work")));
    assertThat(stores.at(KEYCHAIN).names()).hasSize(1);
    seeds.remove(seeds.kept(home.plan("again")));

    assertThat(stores.at(KEYCHAIN).names()).isEmpty();
    assertThat(home.text("config")).isEqualTo(CONFIG);
  }

  @Test
  void a_place_that_fails_leaves_the_file_as_it_was() {
    stores.changesLeft = 0;
    assertThatThrownBy(() -> keep("work")).hasMessageContaining("it was pulled");
    assertThat(home.text("config")).isEqualTo(CONFIG);
  }
}
