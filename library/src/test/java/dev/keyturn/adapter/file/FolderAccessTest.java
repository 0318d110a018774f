package dev.keyturn.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.failure.FileFailure;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderAccessTest {

  private static String others(String owner, String group, String mode, String user) {
    return new FolderAccess(owner, group, PosixFilePermissions.fromString(mode)).others(user);
  }

  @ParameterizedTest
  @CsvSource({
    "alice,staff,rwx------,alice",
    "alice,staff,rwxr-xr-x,alice",
    "alice,alice,rwxrwxr-x,alice",
    "alice,root,rwxrwxr-x,alice",
    "root,root,rwxr-xr-x,alice",
    "alice,alice,rwx------,root",
    "1000,1000,rwx------,?"
  })
  void a_folder_of_the_user_alone_is_used(String owner, String group, String mode, String user) {
    assertThat(others(owner, group, mode, user)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "alice,alice,rwxrwxrwx,alice,all users may put files into it",
    "alice,staff,rwxrwx---,alice,the group 'staff' may put files into it",
    "root,staff,rwxrwx---,root,the group 'staff' may put files into it",
    "root,1000,rwxrwxr-x,alice,'it belongs to root, and the group ''1000'' may write to it'",
    "root,root,rwxrwxrwx,alice,'it belongs to root, and all users may write to it'",
    "root,2000,rwxrwxr-x,?,'it belongs to root, and the group ''2000'' may write to it'",
    "1000,100,rwxrwxr-x,?,the group '100' may put files into it",
    "bob,bob,rwx------,alice,it belongs to the user 'bob'",
    "bob,bob,rwxr-xr-x,alice,it belongs to the user 'bob'"
  })
  void a_folder_that_others_can_fill_is_not(
      String owner, String group, String mode, String user, String why) {
    assertThat(others(owner, group, mode, user)).isEqualTo(why);
  }

  /** The user may not change its mode, and may create a folder in it. */
  @Test
  void for_a_volume_of_root_and_a_group_the_hint_is_a_folder_in_it() {
    String why = others("root", "2000", "rwxrwxr-x", "?");
    assertThat(new FileFailure.NoStateFolder("/state", why).hint())
        .isEqualTo("export KEYTURN_HOME=/state/keyturn");
  }
}
