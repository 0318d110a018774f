package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.state.MoveRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.UnfinishedMove;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in an encrypted file: its names, and copies that no profile uses. */
class StoreCommandsTest {

  private static final String ID = "AKIAROOT0000000EXAMPLE";
  private static final String SECRET = "root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000";
  private static final String REMOVE =
      "keyturn store remove --access-key-id " + ID + " --from encrypted-file";

  @TempDir private Path folder;
  private IamHome home;

  @BeforeEach
  void begin() {
    home = new IamHome(folder.resolve("home"));
  }

  @AfterEach
  void end() {
    home.close();
  }

  /** Each command is a process of its own, which asks for the passphrase. */
  private Outcome run(String... words) {
    home.person.answers("correct horse");
    return home.run(words);
  }

  private void moveToFile(String place) {
    home.person.answers("correct horse");
    assertThat(run("store", "move", "root", "--to", place, "--yes").exit()).isZero();
  }

  private String secret() {
    return run("store", "show", "root", "--show-secret").out().strip();
  }

  @Test
  void the_usual_file_by_its_path_is_the_same_place() {
    moveToFile("encrypted-file");
    for (String name : List.of(home.file(".aws/keyturn-keys").toString(), "~/.aws/keyturn-keys")) {
      Outcome moved = run("store", "move", "root", "--to", "encrypted-file:" + name, "--yes");
      assertThat(moved.err()).startsWith("keyturn: the key of profile 'root' is in encrypted-file");
      assertThat(secret()).isEqualTo(SECRET);
    }
    home.run("config", "set", "profile.root.keyturn_store", "encrypted-file:~/.aws/keyturn-keys");
    assertThat(home.run("store", "list").out())
        .contains("root      " + ID + "  encrypted-file:~/.aws/keyturn-keys  ok\n")
        .doesNotContain("no profile uses it");
    assertThat(secret()).isEqualTo(SECRET);
  }

  @Test
  void doctor_asks_once_whose_key_it_is() {
    moveToFile("encrypted-file");
    home.aws.takeCalls();
    assertThat(run("doctor", "root").out()).contains("arn:aws:iam::123456789012:user/root");
    assertThat(home.aws.takeCalls()).containsEntry("GetCallerIdentity", 1);
  }

  @Test
  void undo_after_a_move_undoes_nothing_older_and_says_so() {
    home.run("config", "set", "profile.root.region", "eu-west-1");
    moveToFile("encrypted-file");
    assertThat(home.run("undo").err())
        .contains("  store move  " + home.file(".aws/credentials") + "  [root]\n");
    assertThat(run("store", "remove", "root", "--yes").exit()).isZero();
    assertThat(home.run("undo").err())
        .contains("  store remove  " + home.file(".aws/config") + "  [profile root]\n");
    assertThat(home.text(".aws/config")).contains("region = eu-west-1\n");
  }

  @Test
  void a_copy_that_no_profile_uses_is_listed_with_the_line_that_removes_it() {
    moveToFile("encrypted-file");
    Outcome used =
        home.run("store", "remove", "--access-key-id", ID, "--from", "encrypted-file", "--yes");
    assertThat(used.exit()).isEqualTo(3);
    assertThat(used.err())
        .contains("profile 'root' uses key " + ID + " in encrypted-file")
        .endsWith("hint: keyturn store remove root\n");
    home.run("config", "unset", "profile.root.keyturn_store");
    Outcome list = home.run("store", "list");
    assertThat(list.out()).contains("-         " + ID + "  encrypted-file  no profile uses it\n");
    assertThat(list.err()).isEqualTo("to remove " + ID + " from encrypted-file: " + REMOVE + "\n");
    home.person.answers("n");
    String[] line = REMOVE.substring("keyturn ".length()).split(" ", -1);
    assertThat(home.run(line).exit()).isEqualTo(1);
    home.person.answers("y");
    assertThat(run(line).out()).isEqualTo("removed key " + ID + " from encrypted-file\n");
    assertThat(home.run("store", "list").out()).doesNotContain(ID);
  }

  @Test
  void the_copy_to_remove_is_named_by_key_and_place() {
    assertThat(home.run("store", "remove", "root", "--from", "encrypted-file").exit()).isEqualTo(2);
    assertThat(home.run("store", "remove", "--access-key-id", ID).exit()).isEqualTo(2);
    assertThat(home.run("store", "remove", "--access-key-id", ID, "--from", "aws-files").err())
        .endsWith("hint: keyturn store list\n");
  }

  @Test
  void the_same_move_again_removes_what_an_interrupted_one_left() {
    StorePlace other = StorePlace.parse("encrypted-file:" + folder.resolve("other"));
    moveToFile(other.text());
    home.run("config", "unset", "profile.root.keyturn_store");
    home.write(
        ".aws/credentials",
        "[root]\naws_access_key_id = " + ID + "\n" + "aws_secret_access_key = " + SECRET + "\n");
    moveToFile("encrypted-file");
    new MoveRecords(new StateFolder(home.file(".local/state/keyturn")))
        .note(new UnfinishedMove(ItemName.ofKey(ID), List.of(other)));
    assertThat(home.run("store", "list").err())
        .isEqualTo(
            "to remove "
                + ID
                + " from "
                + other
                + ": "
                + REMOVE.replace("encrypted-file", other.text())
                + "\n");
    home.person.answers("correct horse");
    Outcome again = run("store", "move", "root", "--to", "encrypted-file");
    assertThat(again.err())
        .isEqualTo(
            "keyturn: the key of profile 'root' is in encrypted-file already\n"
                + "keyturn: removed what an interrupted command left in "
                + other
                + "\n");
    assertThat(home.run("store", "list").err()).isEmpty();
    assertThat(secret()).isEqualTo(SECRET);
  }
}
