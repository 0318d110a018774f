package dev.keyturn.adapter.file;

import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who can put files into a folder. */
record FolderAccess(String owner, String group, Set<PosixFilePermission> mode) {

  private static final String ROOT = "root";

  /** Java's name of a user without an entry in the system's list, as in containers. */
  private static final String UNKNOWN = "?";

  static FolderAccess of(Path folder) throws IOException {
    PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class);
    return new FolderAccess(found.owner().getName(), found.group().getName(), found.permissions());
  }

  /**
   * Which others than {@code user} and root can; empty if none. In many systems, each user has a
   * group of the same name and is alone in it. Root may use any user's folder.
   */
  String others(String user) {
    boolean isTrusted = owner.equals(user) || owner.equals(ROOT);
    boolean isAnyUsed = user.equals(ROOT) || user.equals(UNKNOWN);
    if (!isTrusted && !isAnyUsed) {
      return "it belongs to the user '" + owner + "'";
    }
    boolean isOfRoot = owner.equals(ROOT) && !user.equals(ROOT);
    boolean isShared = !group.equals(owner) && !group.equals(ROOT);
    if (mode.contains(OTHERS_WRITE)) {
      return isOfRoot
          ? "it belongs to root, and all users may write to it"
          : "all users " + FileFailure.FILLS;
    }
    if (mode.contains(GROUP_WRITE) && isShared) {
      return isOfRoot
          ? FileFailure.OF_ROOT_AND_GROUP + "'" + group + "' may write to it"
          : "the group '" + group + "' " + FileFailure.FILLS;
    }
    return "";
  }
}
