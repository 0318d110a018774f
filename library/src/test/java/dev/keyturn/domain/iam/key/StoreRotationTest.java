package dev.keyturn.domain.iam.key;

import static dev.keyturn.domain.iam.key.RotationHome.OLD;
import static dev.keyturn.domain.iam.key.RotationHome.OLD_SECRET;
import static dev.keyturn.domain.iam.key.RotationHome.PLAIN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.key.KeyRotation.Rotated;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.store.FreshnessRequirement;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.Leftover;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations from and to stores: the new secret is in its place and in no file, at no time. */
class StoreRotationTest {

  private static final StorePlace KEYCHAIN = StorePlace.parse("keychain");
  private static final StorePlace PASS = StorePlace.parse("pass");
  private static final StorePlace TOKEN = StorePlace.parse("pkcs11:token=t?module-path=/m.so");
  private static final String STORED =
      """
      [profile alice]
      keyturn_store = keychain
      keyturn_access_key_id = AKIAIOSFODNN7EXAMPLE
      credential_process = keyturn credential-process alice
      """;

  @TempDir private Path folder;
  private LocalAws aws = new LocalAws(Duration.ofSeconds(3));
  private RotationHome it;

  @BeforeEach
  void begin() {
    begin("home");
  }

  private void begin(String name) {
    it = new RotationHome(folder.resolve(name), aws);
  }

  private void beginStored(String name) {
    begin(name);
    it.home.write("credentials", "");
    it.home.write("config", STORED);
    secrets(KEYCHAIN).put("access-key/" + OLD, Secret.of(OLD_SECRET));
  }

  @AfterEach
  void end() {
    aws.close();
  }

  private java.util.Map<String, Secret> secrets(StorePlace place) {
    return store(place).secrets;
  }

  private MemoryStores.Store store(StorePlace place) {
    return it.home.stores.at(place);
  }

  private Rotated rotate(@Nullable StorePlace to, Fuse fuse) {
    return it.rotate(RotationHome.request(false, false, to), fuse);
  }

  private Rotated rotate(@Nullable StorePlace to) {
    return rotate(to, Fuse.none());
  }

  private Base base() {
    return it.alice().plan().base();
  }

  private void assertKeyWorks(StorePlace place) {
    assertThat(base())
        .isInstanceOfSatisfying(
            Base.Store.class,
            stored -> {
              assertThat(stored.place()).isEqualTo(place);
              assertThat(secrets(place)).containsOnlyKeys("access-key/" + stored.accessKeyId());
              assertThat(it.keys())
                  .containsExactlyInAnyOrder(OLD + " INACTIVE", stored.accessKeyId() + " ACTIVE");
            });
    assertThat(it.alice().user().arn()).endsWith(":user/alice");
    assertThat(it.home.rotations.find(it.alice().user().arn())).isEmpty();
  }

  /** In any file, those of the state folder among them. */
  private boolean isInFiles(Secret secret) {
    byte[] wanted = secret.reveal(Reveal.SIGN).getBytes(StandardCharsets.UTF_8);
    String needle = new String(wanted, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Looks at every step for the secrets that any store has had. */
  private final class Watcher implements Runnable {
    private final Set<Secret> seen = new HashSet<>();
    int looks;

    @Override
    public void run() {
      looks++;
      for (MemoryStores.Store store : it.home.stores.stores.values()) {
        seen.addAll(store.secrets.values());
      }
      seen.remove(Secret.of(OLD_SECRET));
      assertThat(seen).noneMatch(StoreRotationTest.this::isInFiles);
    }
  }

  @Test
  void a_key_in_a_store_is_replaced_in_that_store_and_the_new_secret_is_in_no_file() {
    beginStored("stored");
    Watcher watcher = new Watcher();
    Rotated rotated = rotate(null, Fuse.watching(watcher));
    watcher.run();
    assertThat(watcher.seen).hasSize(1);
    assertThat(watcher.looks).isGreaterThan(40);
    assertThat(rotated.places()).extracting(KeyPlace::store).containsExactly(KEYCHAIN);
    assertThat(it.home.text("config")).isEqualTo(STORED.replace(OLD, rotated.key()));
    assertKeyWorks(KEYCHAIN);
  }

  @Test
  void the_new_key_goes_from_aws_into_another_store() {
    beginStored("stored");
    Watcher watcher = new Watcher();
    rotate(TOKEN, Fuse.watching(watcher));
    watcher.run();
    assertThat(watcher.seen).hasSize(1);
    assertKeyWorks(TOKEN);
    assertThat(secrets(KEYCHAIN)).isEmpty();
  }

  @Test
  void a_key_in_the_files_is_replaced_by_one_in_a_token() {
    String copy = "[copy]\naws_access_key_id = " + OLD + "\naws_secret_access_key = " + OLD_SECRET;
    it.home.write("config", "[profile alice]\nregion = us-east-1\n");
    it.home.write("credentials", it.home.text("credentials") + "\n" + copy + "\n");
    it.home.edits.change(
        FileKind.CREDENTIALS,
        folder.resolve("home/credentials").toString(),
        "config set",
        List.of(new Change.Set("other", "aws_secret_access_key", OLD_SECRET)));
    it.home.edits.change(
        FileKind.CREDENTIALS,
        folder.resolve("home/credentials").toString(),
        "config unset",
        List.of(new Change.RemoveSection("other")));
    Rotated rotated = rotate(TOKEN);
    assertKeyWorks(TOKEN);
    assertThat(rotated.places()).extracting(KeyPlace::profile).containsExactly("alice", "copy");
    assertThat(it.home.text("config"))
        .contains("credential_process = keyturn credential-process copy\n");
    assertThat(it.home.text("credentials")).contains("[newcomer]");
    assertThat(isInFiles(Secret.of(OLD_SECRET))).isFalse();
  }

  @Test
  void a_new_key_can_come_back_into_the_files() {
    beginStored("stored");
    Rotated rotated = rotate(StorePlace.AWS_FILES);
    assertThat(base()).isInstanceOf(Base.Keys.class);
    assertThat(it.alice().plan().longTermKeyId()).hasValue(rotated.key());
    assertThat(it.home.text("config")).isEmpty();
    assertThat(secrets(KEYCHAIN)).isEmpty();
    assertThat(it.alice().user().arn()).endsWith(":user/alice");
  }

  @Test
  void sections_with_the_key_in_different_places_get_the_new_one_in_the_same_places() {
    beginStored("stored");
    it.home.write("config", STORED + STORED.replace("alice", "bob").replace("keychain", "pass"));
    it.home.write(
        "credentials",
        "[copy]\naws_access_key_id = " + OLD + "\naws_secret_access_key = " + OLD_SECRET + "\n");
    secrets(PASS).put("access-key/" + OLD, Secret.of(OLD_SECRET));
    Rotated rotated = rotate(null);
    String name = "access-key/" + rotated.key();
    assertThat(secrets(KEYCHAIN)).containsOnlyKeys(name);
    assertThat(secrets(PASS)).isEqualTo(secrets(KEYCHAIN));
    assertThat(it.home.text("credentials"))
        .contains(rotated.key(), requireNonNull(secrets(PASS).get(name)).reveal(Reveal.STORE));
  }

  @Test
  void the_session_stays_so_that_the_next_login_takes_no_code() {
    beginStored("stored");
    it.home.profiles(it.phone).session(it.alice().profile(), FreshnessRequirement.VALID);
    int asked = it.phone.asked;
    assertThat(rotate(TOKEN).sessions()).isEqualTo(1);
    it.home.profiles(it.phone).session(it.alice().profile(), FreshnessRequirement.VALID);
    assertThat(it.phone.asked).isEqualTo(asked);
  }

  @Test
  void a_place_that_cannot_be_used_stops_it_before_a_key_is_made() {
    it.home.stores.changesLeft = 0;
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> rotate(KEYCHAIN))
        .withMessageContaining("cannot use keychain");
    assertThat(it.keys()).containsExactly(OLD + " ACTIVE");
  }

  @Test
  void a_place_that_fails_after_that_leaves_no_key() {
    it.home.stores.changesLeft = 1;
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> rotate(KEYCHAIN))
        .withMessageContaining("cannot use keychain");
    assertThat(it.keys()).containsExactly(OLD + " ACTIVE");
    assertThat(it.home.rotations.find(it.alice().user().arn())).isEmpty();
    rotate(KEYCHAIN);
    assertKeyWorks(KEYCHAIN);
  }

  @Test
  void a_profile_that_aws_tools_would_lose_keeps_its_key() {
    it.home.write("config", "[profile alice]\ncredential_process = other-tool\n");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> rotate(KEYCHAIN))
        .withMessageContaining("has a credential_process");
    assertThat(it.keys()).containsExactly(OLD + " ACTIVE");
  }

  @Test
  void an_interrupted_rotation_is_finished_as_it_began() {
    Fuse fuse = Fuse.killing(40);
    assertThat(catchThrowable(() -> it.rotate(PLAIN, fuse))).isInstanceOf(Fuse.Killed.class);
    rotate(KEYCHAIN);
    assertThat(base()).isInstanceOf(Base.Keys.class);
    assertThat(it.home.notes)
        .anyMatch(note -> note.endsWith("keyturn store move alice --to keychain"));
  }

  @Test
  void whatever_step_is_killed_the_next_run_finishes_or_rolls_back() {
    assertRepaired(Fuse::killing);
  }

  @Test
  void whatever_call_fails_the_next_run_finishes_or_rolls_back() {
    assertRepaired(step -> Fuse.failing(step, new AwsFailure.ServiceFault("iam", "HTTP 500")));
  }

  /** Every key in a store is one that a profile names, or one that is listed as left there. */
  private void assertNoKeyIsForgotten() {
    KeyPlaces places = new KeyPlaces(it.home.files);
    List<Leftover> left = new RotationLeftovers(it.home.rotations, places).left();
    it.home.stores.stores.forEach((place, store) -> {
      for (String name : store.secrets.keySet()) {
        ItemName item = ItemName.parse(name).orElseThrow();
        boolean isNamed =
            places.of(item.id()).stream().anyMatch(known -> place.equals(known.store()));
        assertThat(isNamed || left.contains(new Leftover(item, place, "alice")))
            .as("%s in %s", item, place)
            .isTrue();
      }
    });
  }

  /** Breaks each step in turn, until one run meets no break. */
  private void assertRepaired(IntFunction<Fuse> fuses) {
    List<StorePlace> route = new ArrayList<>(List.of(TOKEN, KEYCHAIN));
    for (int step = 1; ; step++) {
      StorePlace to = route.get(step % 2);
      beginStored("broken-at-" + step);
      Fuse fuse = fuses.apply(step);
      Throwable broken = catchThrowable(() -> rotate(to, fuse));
      assertThat(it.alice().user().arn()).as("broken at " + step).endsWith(":user/alice");
      if (!fuse.isBlown()) {
        assertThat(broken).isNull();
        assertThat(step).isGreaterThan(60);
        return;
      }
      assertNoKeyIsForgotten();
      boolean isFinished =
          it.home.rotations.find(it.alice().user().arn()).isEmpty()
              && !it.alice().plan().longTermKeyId().orElseThrow().equals(OLD);
      if (!isFinished) {
        rotate(to);
      }
      assertKeyWorks(to);
      assertThat(secrets(KEYCHAIN).keySet()).doesNotContain("access-key/" + OLD);
      Secret secret = secrets(to).values().iterator().next();
      assertThat(isInFiles(secret)).as("broken at " + step).isFalse();
      aws.close();
      aws = new LocalAws(Duration.ofSeconds(3));
    }
  }
}
