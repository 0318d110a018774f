package dev.keyturn.adapter.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The mount points visible to this process, on Linux. */
final class MountPoints {

  /** The field of each line that contains the mount point. */
  private static final int PLACE = 4;

  private final Path list;

  /** The mounts in {@code list}, a file in the form of proc_pid_mountinfo(5). */
  MountPoints(Path list) {
    this.list = list;
  }

  /** Those of this process. */
  static MountPoints ofThisProcess() {
    return new MountPoints(Path.of("/proc/self/mountinfo"));
  }

  /** Whether {@code file}, a real path, is a mount itself, as a file can be in a container. */
  boolean include(Path file) throws IOException {
    if (!Files.isReadable(list)) {
      return false;
    }
    String place = escaped(file.toString());
    // Latin-1 keeps every byte: the paths of other mounts may be in any encoding.
    List<String> mounts = Files.readAllLines(list, StandardCharsets.ISO_8859_1);
    return mounts.stream().anyMatch(mount -> mount.split(" ", PLACE + 2)[PLACE].equals(place));
  }

  private static String escaped(String path) {
    String bytes = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return bytes
        .replace("\\", "\\134")
        .replace(" ", "\\040")
        .replace("\t", "\\011")
        .replace("\n", "\\012");
  }
}
