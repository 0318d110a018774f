package dev.keyturn.domain.store.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.MoveRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyInventory.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command that moves a key leaves when it is killed, at each of its steps. */
class KilledMoveTest {

  private static final String ID = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String KEYS =
      "aws_access_key_id = %s\naws_secret_access_key = %s\n".formatted(ID, SECRET);

  @TempDir private Path folder;
  private Path root;
  private MemoryStores stores;
  private SessionHome home;

  @BeforeEach
  void begin() throws IOException {
    begin("first", StorePlace.AWS_FILES);
  }

  /** A profile whose key is in {@code place}. */
  private void begin(String name, StorePlace place) throws IOException {
    root = Files.createDirectories(folder.resolve(name));
    stores = new MemoryStores();
    home = new SessionHome(root, "[profile work]\nregion = eu-west-1\n", "[work]\n" + KEYS);
    if (!place.equals(StorePlace.AWS_FILES)) {
      moves(Fuse.none()).move(move(place));
    }
  }

  private StateFolder state() {
    return new StateFolder(root.resolve("state"));
  }

  private EditJournal edits() {
    return new FileEditJournal(
        state(),
        FileSystems.getDefault(),
        new FileLocks(root.resolve("state")),
        () -> Instant.EPOCH);
  }

  private KeyMoves moves(Fuse fuse) {
    ProfileFiles files = fuse.guard(ProfileFiles.class, home.files);
    return new KeyMoves(
        files,
        place -> fuse.guard(SecretStore.class, stores.at(place)),
        copies(fuse),
        fuse.guard(EditJournal.class, edits()),
        profile -> "keyturn credential-process " + profile);
  }

  private KeyCopies copies(Fuse fuse) {
    return new KeyCopies(
        fuse.guard(ProfileFiles.class, home.files),
        place -> fuse.guard(SecretStore.class, stores.at(place)),
        fuse.guard(MoveJournal.class, new MoveRecords(state())));
  }

  private KeyMove move(StorePlace to) {
    return KeyMove.of(home.plan("work"), to).orElseThrow();
  }

  /** As {@code store move} does it. */
  private void move(StorePlace to, Fuse fuse) {
    KeyMove move = move(to);
    KeyMoves moves = moves(fuse);
    if (moves.isThere(move)) {
      moves.finish(move);
    } else {
      moves.move(move);
    }
  }

  private List<Entry> unused() {
    return new KeyInventory(stores, copies(Fuse.none())::left)
        .of(home.files.read(), List.of()).entries().stream()
            .filter(it -> it.section() == null)
            .toList();
  }

  private void assertKeyIsAt(StorePlace place) {
    SessionPlan plan = home.plan("work");
    if (plan.base() instanceof Base.Store stored) {
      assertThat(stored.place()).isEqualTo(place);
      assertThat(stores.at(place).secrets).containsEntry("access-key/" + ID, Secret.of(SECRET));
    } else {
      assertThat(place).isEqualTo(StorePlace.AWS_FILES);
      assertThat(home.text("credentials")).contains(SECRET);
    }
  }

  private void assertKeyIsOnlyAt(StorePlace place) throws IOException {
    assertKeyIsAt(place);
    stores.stores.forEach(
        (other, store) -> assertThat(store.secrets).hasSize(other.equals(place) ? 1 : 0));
    assertThat(filesWithSecret()).hasSize(place.equals(StorePlace.AWS_FILES) ? 1 : 0);
    assertThat(new MoveRecords(state()).all()).isEmpty();
    assertThat(home.text("config").contains("keyturn_store"))
        .isEqualTo(!place.equals(StorePlace.AWS_FILES));
    assertThat(unused()).isEmpty();
  }

  private StorePlace now() {
    return move(StorePlace.AWS_FILES).from();
  }

  private List<Path> filesWithSecret() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).filter(KilledMoveTest::hasSecret).toList();
    }
  }

  private static boolean hasSecret(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(SECRET);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aws-files, pass",
    "pass, encrypted-file:/else/where",
    "encrypted-file:/else/where, pkcs11:token=t?module-path=/m.so",
    "aws-files, pkcs11:token=t?module-path=/m.so",
    "pass, aws-files"
  })
  void the_same_move_finishes_what_was_killed_at_any_step(String from, String to)
      throws IOException {
    for (int step = 1; ; step++) {
      begin("finished-" + step, StorePlace.parse(from));
      Fuse fuse = Fuse.killing(step);
      Throwable killed = catchThrowable(() -> move(StorePlace.parse(to), fuse));
      assertKeyIsAt(now());
      if (!fuse.isBlown()) {
        assertThat(killed).isNull();
        assertThat(step).isGreaterThan(15);
        return;
      }
      move(StorePlace.parse(to), Fuse.none());
      assertKeyIsOnlyAt(StorePlace.parse(to));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aws-files, pass",
    "pass, encrypted-file:/else/where",
    "pass, pkcs11:token=t?module-path=/m.so"
  })
  void a_copy_that_was_left_is_listed_and_can_be_removed(String from, String to)
      throws IOException {
    int listed = 0;
    for (int step = 1; ; step++) {
      begin("removed-" + step, StorePlace.parse(from));
      Fuse fuse = Fuse.killing(step);
      attempt(fuse, () -> move(StorePlace.parse(to), fuse));
      if (!fuse.isBlown()) {
        assertThat(listed).isPositive();
        return;
      }
      for (Entry entry : unused()) {
        listed++;
        copies(Fuse.none()).remove(entry.accessKeyId(), StorePlace.parse(entry.place()));
      }
      assertKeyIsAt(now());
      assertThat(stores.stores.values().stream().mapToInt(it -> it.secrets.size()).sum())
          .isEqualTo(home.text("config").contains("keyturn_store") ? 1 : 0);
      assertThat(unused()).isEmpty();
    }
  }

  @Test
  void a_removal_that_was_killed_leaves_a_copy_that_is_listed() throws IOException {
    StorePlace place = StorePlace.parse("pass");
    for (int step = 1; ; step++) {
      begin("gone-" + step, place);
      Fuse fuse = Fuse.killing(step);
      attempt(fuse, () -> moves(fuse).remove(move(StorePlace.AWS_FILES)));
      if (!fuse.isBlown()) {
        return;
      }
      boolean isNamed = home.text("config").contains("keyturn_store");
      assertThat(isNamed || stores.at(place).secrets.isEmpty() || !unused().isEmpty()).isTrue();
    }
  }

  @Test
  void a_new_key_that_was_killed_on_its_way_is_listed() throws IOException {
    StorePlace place = StorePlace.parse("pass");
    for (int step = 1; ; step++) {
      begin("new-" + step, place);
      moves(Fuse.none()).remove(move(StorePlace.AWS_FILES));
      Fuse fuse = Fuse.killing(step);
      KeyMove fresh = KeyMove.fresh("work", ID, place);
      attempt(fuse, () -> moves(fuse).add(fresh, new AccessKey(ID, Secret.of(SECRET))));
      if (!fuse.isBlown()) {
        assertKeyIsOnlyAt(place);
        return;
      }
      boolean isNamed = home.text("config").contains("keyturn_store");
      assertThat(isNamed || stores.at(place).secrets.isEmpty() || !unused().isEmpty()).isTrue();
    }
  }

  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";
  private static final Secret SEED = Secret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  private void beginWithDevice(String name) throws IOException {
    begin(name, StorePlace.AWS_FILES);
    home.write("config", "[profile work]\nmfa_serial = " + DEVICE + "\n");
  }

  private SeedDeposit seeds(Fuse fuse) {
    return new SeedDeposit(
        fuse.guard(ProfileFiles.class, home.files),
        place -> fuse.guard(SecretStore.class, stores.at(place)),
        copies(fuse),
        fuse.guard(EditJournal.class, edits()));
  }

  private SeedDeposit.Seed seed(StorePlace place) {
    return new SeedDeposit.Seed("work", new MfaDevice(DEVICE), place);
  }

  private List<KeyInventory.Seed> unusedSeeds() {
    return new KeyInventory(stores, copies(Fuse.none())::left)
        .of(home.files.read(), List.of()).seeds().stream()
            .filter(it -> it.section() == null)
            .toList();
  }

  private void assertSeedIsNamedOrListed(StorePlace place) {
    boolean isNamed = home.text("config").contains("keyturn_mfa_seed");
    boolean isKept = stores.stores.containsKey(place) && !stores.at(place).secrets.isEmpty();
    assertThat(isNamed || !isKept || !unusedSeeds().isEmpty()).isTrue();
  }

  /** The last shows to nobody what it has. */
  @ParameterizedTest
  @ValueSource(strings = {"pass", "encrypted-file:/else/where", "pkcs11:token=t?module-path=/m.so"})
  void a_seed_that_was_killed_on_its_way_is_listed_and_can_be_kept_elsewhere(String text)
      throws IOException {
    StorePlace place = StorePlace.parse(text);
    StorePlace other = StorePlace.parse("encrypted-file:/other");
    for (int step = 1; ; step++) {
      beginWithDevice("seed-" + step);
      Fuse fuse = Fuse.killing(step);
      attempt(fuse, () -> seeds(fuse).keep(seed(place), SEED));
      assertSeedIsNamedOrListed(place);
      if (!fuse.isBlown()) {
        assertThat(step).isGreaterThan(6);
        assertThat(new MoveRecords(state()).all()).isEmpty();
        return;
      }
      seeds(Fuse.none()).keep(seed(other), SEED);
      assertThat(stores.at(other).secrets).hasSize(1);
      assertThat(new MoveRecords(state()).all()).isEmpty();
      assertThat(unusedSeeds()).isEmpty();
    }
  }

  @Test
  void the_removal_of_a_seed_that_was_killed_leaves_one_that_is_listed() throws IOException {
    StorePlace place = StorePlace.parse("pkcs11:token=t?module-path=/m.so");
    for (int step = 1; ; step++) {
      beginWithDevice("seedless-" + step);
      seeds(Fuse.none()).keep(seed(place), SEED);
      Fuse fuse = Fuse.killing(step);
      attempt(fuse, () -> seeds(fuse).remove(seed(place)));
      assertSeedIsNamedOrListed(place);
      if (!fuse.isBlown()) {
        return;
      }
      if (!home.text("config").contains("keyturn_mfa_seed")) {
        seeds(Fuse.none()).remove(new MfaDevice(DEVICE), place);
        assertThat(stores.at(place).secrets).isEmpty();
        assertThat(new MoveRecords(state()).all()).isEmpty();
      }
    }
  }

  /** Work that is killed when the fuse blows, and only then. */
  private static void attempt(Fuse fuse, ThrowingCallable work) {
    assertThat(catchThrowable(work) != null).isEqualTo(fuse.isBlown());
  }
}
