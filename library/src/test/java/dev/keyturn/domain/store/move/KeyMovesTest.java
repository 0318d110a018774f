package dev.keyturn.domain.store.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.adapter.file.FileLocks;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.MoveRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.profile.plan.SessionPlan.Base;
import dev.keyturn.domain.session.SessionHome;
import dev.keyturn.domain.store.MemoryStores;
import dev.keyturn.domain.store.StorePlace;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMovesTest {

  private static final String ID = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String KEYS =
      "aws_access_key_id = %s\naws_secret_access_key = %s\n".formatted(ID, SECRET);

  private static final StorePlace KEYCHAIN = StorePlace.parse("keychain");
  private static final StorePlace FILE = StorePlace.parse("encrypted-file");
  private static final StorePlace TOKEN = StorePlace.parse("pkcs11:token=t?module-path=/m.so");

  @TempDir private Path folder = Path.of("");
  private final MemoryStores stores = new MemoryStores();

  private SessionHome home(String config, String credentials) {
    return new SessionHome(folder, config, credentials);
  }

  private KeyMoves moves(ProfileFiles files) {
    FileEditJournal journal =
        new FileEditJournal(
            new StateFolder(folder.resolve("state")),
            FileSystems.getDefault(),
            new FileLocks(folder.resolve("state")),
            () -> java.time.Instant.EPOCH);
    KeyCopies copies =
        new KeyCopies(files, stores, new MoveRecords(new StateFolder(folder.resolve("state"))));
    return new KeyMoves(
        files, stores, copies, journal, profile -> "keyturn credential-process " + profile);
  }

  private void move(SessionHome home, String profile, StorePlace to) {
    moves(home.files).move(KeyMove.of(home.plan(profile), to).orElseThrow());
  }

  @Test
  void a_key_leaves_the_credentials_file_and_the_config_file_names_its_place() {
    SessionHome home =
        home(
            "# mine\n[profile work]\nregion = eu-west-1\n",
            "[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = x\n\n[work]\n" + KEYS);

    move(home, "work", KEYCHAIN);

    assertThat(home.text("config"))
        .isEqualTo(
            """
            # mine
            [profile work]
            region = eu-west-1
            keyturn_store = keychain
            keyturn_access_key_id = AKIAIOSFODNN7EXAMPLE
            credential_process = keyturn credential-process work
            """);
    assertThat(home.text("credentials"))
        .isEqualTo("[other]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = x\n\n");
    assertThat(stores.at(KEYCHAIN).secrets)
        .containsExactly(java.util.Map.entry("access-key/" + ID, Secret.of(SECRET)));
  }

  @Test
  void what_else_is_in_the_section_stays() {
    SessionHome home = home("", "[work]\nregion = eu-west-1\n" + KEYS + "# why\n");

    move(home, "work", KEYCHAIN);

    assertThat(home.text("credentials")).isEqualTo("[work]\nregion = eu-west-1\n# why\n");
  }

  @ParameterizedTest
  @CsvSource({"X-long-term, aws_mfa_device", "X-default, aws_arn_mfa_device"})
  void a_way_of_working_with_a_suffix_stays_the_same(String section, String device) {
    SessionHome home =
        home(
            "",
            "[" + section + "]\n" + device + " = " + SessionHome.DEVICE + "\n" + KEYS + "[X]\n");
    SessionPlan before = home.plan("X");

    move(home, "X", KEYCHAIN);

    SessionPlan after = home.plan("X");
    assertThat(after.base()).isEqualTo(new Base.Store(section, KEYCHAIN, ID));
    assertThat(after.layout()).isEqualTo(before.layout());
    assertThat(after.target()).isEqualTo(before.target());
    assertThat(after.device()).isEqualTo(before.device());
    assertThat(after.steps()).isEqualTo(before.steps());
    assertThat(home.text("config")).contains("credential_process = keyturn credential-process X\n");
  }

  @Test
  void a_source_profile_and_a_role_on_it_stay_the_same() {
    SessionHome home =
        home(
            """
            [profile source]
            mfa_serial = arn:aws:iam::123456789012:mfa/alice
            [profile mine]
            source_profile = source
            [profile admin]
            role_arn = arn:aws:iam::123456789012:role/Admin
            source_profile = source
            """,
            "[source]\n" + KEYS);
    List<SessionPlan> before = List.of(home.plan("mine"), home.plan("admin"));

    move(home, "mine", TOKEN);

    assertThat(List.of(home.plan("mine"), home.plan("admin")))
        .allSatisfy(plan -> assertThat(plan.base()).isEqualTo(new Base.Store("source", TOKEN, ID)))
        .extracting(SessionPlan::steps)
        .containsExactly(before.get(0).steps(), before.get(1).steps());
  }

  @Test
  void the_session_profile_beside_goes_on_being_written() {
    SessionHome home = home("[profile work-mfa]\nregion = eu-west-1\n", "[work]\n" + KEYS);

    move(home, "work", KEYCHAIN);

    assertThat(home.plan("work").target())
        .isNotNull()
        .extracting(SessionPlan.Target::section)
        .isEqualTo("work-mfa");
  }

  @Test
  void without_one_no_file_gets_the_session() {
    SessionHome home = home("", "[work]\n" + KEYS);

    move(home, "work", KEYCHAIN);

    assertThat(home.plan("work").target()).isNull();
  }

  @Test
  void keys_in_the_config_file_are_moved_in_one_edit() {
    SessionHome home = home("[profile work]\n" + KEYS, "");

    move(home, "work", FILE);

    assertThat(home.text("config")).doesNotContain("aws_", SECRET).contains("encrypted-file");
    assertThat(home.plan("work").base()).isEqualTo(new Base.Store("work", FILE, ID));
  }

  @Test
  void a_copy_of_the_key_in_the_other_file_goes_too() {
    SessionHome home = home("[profile work]\n" + KEYS, "[work]\n" + KEYS);

    move(home, "work", FILE);

    assertThat(home.text("config") + home.text("credentials")).doesNotContain(SECRET);
  }

  @Test
  void back_in_the_files_everything_is_as_it_was() {
    String config = "[profile work]\nregion = eu-west-1\n";
    String credentials = "[work]\n" + KEYS;
    SessionHome home = home(config, credentials);

    move(home, "work", KEYCHAIN);
    move(home, "work", FILE);
    move(home, "work", StorePlace.AWS_FILES);

    assertThat(home.text("config")).isEqualTo(config);
    assertThat(home.text("credentials")).isEqualTo(credentials);
    assertThat(stores.at(KEYCHAIN).secrets).isEmpty();
    assertThat(stores.at(FILE).secrets).isEmpty();
  }

  @Test
  void a_key_that_another_profile_uses_stays_in_its_store() {
    SessionHome home = home("", "[work]\n" + KEYS + "[home]\n" + KEYS);
    move(home, "work", KEYCHAIN);
    move(home, "home", KEYCHAIN);

    move(home, "work", FILE);

    assertThat(stores.at(KEYCHAIN).secrets).hasSize(1);
    assertThat(home.plan("home").base()).isEqualTo(new Base.Store("home", KEYCHAIN, ID));
  }

  @Test
  void what_no_one_can_read_cannot_be_moved_and_the_hint_says_what_can_be_done() {
    SessionHome home = home("", "[work]\n" + KEYS);
    move(home, "work", TOKEN);
    String config = home.text("config");

    assertThatThrownBy(() -> move(home, "work", KEYCHAIN))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e).hasMessageContaining("cannot be exported from it");
              assertThat(e.failure().hint()).contains("keyturn keys rotate work --to keychain");
            });
    assertThat(home.text("config")).isEqualTo(config);
  }

  @Test
  void a_removed_key_leaves_no_line() {
    SessionHome home = home("[profile work]\nregion = eu-west-1\n", "[work]\n" + KEYS);
    move(home, "work", KEYCHAIN);

    moves(home.files).remove(KeyMove.of(home.plan("work"), KEYCHAIN).orElseThrow());

    assertThat(home.text("config")).isEqualTo("[profile work]\nregion = eu-west-1\n");
    assertThat(stores.at(KEYCHAIN).secrets).isEmpty();
  }

  @Test
  void a_profile_that_aws_tools_would_lose_is_not_moved() {
    SessionHome home = home("[profile work]\ncredential_process = other-tool\n", "[work]\n" + KEYS);

    assertThatThrownBy(() -> move(home, "work", KEYCHAIN))
        .hasMessage("profile 'work' has a credential_process, which AWS tools would run instead");
    assertThat(home.text("credentials")).contains(SECRET);
  }

  @Test
  void what_changes_is_known_before_and_shows_no_secret() {
    SessionHome home = home("", "[work]\n" + KEYS);
    KeyMoves moves = moves(home.files);
    KeyMove move = KeyMove.of(home.plan("work"), KEYCHAIN).orElseThrow();

    assertThat(moves.changes(move, FileKind.CREDENTIALS))
        .containsExactly(new ProfileFiles.Change.RemoveSection("work"));
    assertThat(moves.changes(move, FileKind.CONFIG)).hasSize(3);
    assertThat(home.text("credentials")).contains(SECRET);
  }

  /** Each change of a store or a file is one step; the move is done again after each of them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void a_move_that_was_killed_is_finished_by_the_next(int steps) {
    SessionHome home = home("", "[work]\n" + KEYS);
    move(home, "work", KEYCHAIN);
    KillableFiles files = new KillableFiles(home.files, steps);
    stores.changesLeft = steps == 0 ? 0 : -1;

    assertThatThrownBy(() ->
            new Object() {
              void run() {
                moves(files).move(KeyMove.of(home.plan("work"), FILE).orElseThrow());
                throw new IllegalStateException("it was not killed");
              }
            }.run())
        .isInstanceOf(RuntimeException.class);
    stores.changesLeft = -1;
    Base between = home.plan("work").base();
    assertThat(between).isInstanceOf(Base.Store.class);
    assertThat(stores.at(((Base.Store) between).place()).secrets).containsKey("access-key/" + ID);

    move(home, "work", FILE);
    assertThat(home.plan("work").base()).isEqualTo(new Base.Store("work", FILE, ID));
    assertThat(stores.at(FILE).secrets).containsKey("access-key/" + ID);
  }

  /** The process dies before one of its edits. */
  @SuppressWarnings("ArrayRecordComponent") // a counter that the record shares
  private static final class KillableFiles implements ProfileFiles {
    private final ProfileFiles files;
    private int left;

    KillableFiles(ProfileFiles files, int edits) {
      this.files = files;
      this.left = edits;
    }

    @Override
    public dev.keyturn.domain.profile.file.AwsConfiguration read() {
      return files.read();
    }

    @Override
    public List<String> paths() {
      return files.paths();
    }

    @Override
    public String text(String path) {
      return files.text(path);
    }

    @Override
    public void checkWritable(FileKind kind) {
      files.checkWritable(kind);
    }

    @Override
    public void edit(FileKind kind, Edit edit) {
      if (--left < 0) {
        throw new IllegalStateException("killed");
      }
      files.edit(kind, edit);
    }
  }
}
