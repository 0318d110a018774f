package dev.keyturn.adapter.file;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces a file by a new one of the same owner and mode: written beside it, synced to disk, then
 * renamed, so that a reader at any moment, or after a crash, finds the old file or the new one. Not
 * thread-safe; the caller must hold the file's lock.
 */
final class Replacement {

  private static final Set<PosixFilePermission> GROUPS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE);

  private final Path path;
  private final Path real;
  private final Path folder;
  private final Rights rights;
  private final boolean posix;

  /**
   * A replacement of the file at {@code real}.
   *
   * @param path the file as its user knows it, for messages
   * @param real the file itself, all links followed
   * @param rights those of the new file
   */
  Replacement(Path path, Path real, Rights rights) {
    this.path = path;
    this.real = real;
    this.rights = rights;
    this.folder = Objects.requireNonNull(real.getParent(), "a file is in a folder");
    this.posix = real.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /**
   * Writes the new file.
   *
   * @param bytes its content
   * @param lastCheck runs right before the rename; what it throws stops it
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}; the old
   *     file is then as it was and nothing is left beside it
   */
  void write(byte[] bytes, Runnable lastCheck) {
    try {
      NewFile.Rights ofOldFile = checkedRights();
      PrivateFiles.createFolders(folder);
      NewFile.removeLeftovers(real);
      try (NewFile file = new NewFile(real)) {
        file.write(bytes, ofOldFile, true);
        lastCheck.run();
        file.rename();
      }
    } catch (NoSuchFileException e) {
      // For example /proc, which the launcher changes to when the current folder was deleted.
      throw IoFailures.unwritable(path, "its folder was removed, or does not accept files");
    } catch (IOException e) {
      throw IoFailures.unwritable(path, e);
    }
  }

  /**
   * Does everything that {@link #write} does except the rename, and removes the new file again.
   *
   * @param bytes how long the new file is
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  void check(int bytes) {
    try (NewFile file = new NewFile(real)) {
      NewFile.Rights ofOldFile = checkedRights();
      if (Files.isDirectory(folder)) {
        file.write(new byte[bytes], ofOldFile, false);
      }
    } catch (IOException e) {
      throw IoFailures.unwritable(path, e);
    }
  }

  private NewFile.Rights checkedRights() throws IOException {
    if (!Files.exists(real)) {
      return temporary -> {};
    }
    checkReplaceable();
    return this::copyRights;
  }

  /**
   * A rename would succeed on a file that its owner made read-only, and would cut a hard link in
   * two; neither is what the owner meant. It would fail on a file that is itself a mount point.
   */
  private void checkReplaceable() throws IOException {
    if (Files.isDirectory(real)) {
      throw IoFailures.unwritable(path, IoFailures.FOLDER);
    }
    if (!Files.isRegularFile(real)) {
      throw IoFailures.unwritable(path, "it is not a regular file");
    }
    if (!isWritable(real)) {
      throw IoFailures.unwritable(path, "it is read-only");
    }
    if (!isWritable(folder)) {
      throw IoFailures.unwritable(path, "its folder is read-only");
    }
    boolean countsLinks = real.getFileSystem().supportedFileAttributeViews().contains("unix");
    if (countsLinks && (Integer) Files.getAttribute(real, "unix:nlink") > 1) {
      throw IoFailures.unwritable(
          path, "it has several hard links, and replacing it would separate them");
    }
    if (MountPoints.ofThisProcess().include(real)) {
      throw IoFailures.unwritable(path, "it is mounted as a single file; mount its folder instead");
    }
  }

  /** The mode is checked for root too, whom the system would let through. */
  private boolean isWritable(Path checked) throws IOException {
    boolean byMode = !posix || Files.getPosixFilePermissions(checked).contains(OWNER_WRITE);
    return byMode && Files.isWritable(checked);
  }

  private void copyRights(Path temporary) throws IOException {
    if (posix) {
      copyPosixRights(temporary);
      return;
    }
    AclFileAttributeView old = Files.getFileAttributeView(real, AclFileAttributeView.class);
    AclFileAttributeView now = Files.getFileAttributeView(temporary, AclFileAttributeView.class);
    if (old != null && now != null) {
      now.setAcl(old.getAcl());
    }
  }

  private void copyPosixRights(Path temporary) throws IOException {
    PosixFileAttributes old = Files.readAttributes(real, PosixFileAttributes.class);
    PosixFileAttributes now = Files.readAttributes(temporary, PosixFileAttributes.class);
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (!old.owner().equals(now.owner())) {
      if (rights != Rights.KEPT) {
        throw IoFailures.unwritable(path, "it belongs to " + old.owner().getName());
      }
      try {
        view.setOwner(old.owner());
      } catch (IOException e) {
        throw IoFailures.unwritable(
            path, "it belongs to " + old.owner().getName() + ", and the new file would not");
      }
    }
    // A group without access to the file need not be kept.
    if (!old.group().equals(now.group()) && !Collections.disjoint(old.permissions(), GROUPS)) {
      try {
        view.setGroup(old.group());
      } catch (IOException e) {
        throw IoFailures.unwritable(
            path, "its group is " + old.group().getName() + ", and the new file's would not be");
      }
    }
    view.setPermissions(rights == Rights.PRIVATE ? ownersOf(old) : old.permissions());
  }

  private static Set<PosixFilePermission> ownersOf(PosixFileAttributes old) {
    Set<PosixFilePermission> owners = EnumSet.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);
    owners.retainAll(old.permissions());
    return owners;
  }
}
