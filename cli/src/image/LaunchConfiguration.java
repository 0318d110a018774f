import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What the launchers need to know of an image: a file of assignments that they source, in the language of this
 * platform's shell. The image folder itself stays a variable, {@code keyturn_home}, so that it can be moved.
 */
record LaunchConfiguration(Path image, String build) {

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  static final String FILE = WINDOWS ? "launch.cmd" : "launch.conf";

  void write(FileTime lastModified) throws IOException {
    Path file = image.resolve(FILE);
    Files.writeString(file, WINDOWS ? batch() : shell());
    Files.setLastModifiedTime(file, lastModified);
  }

  private String shell() {
    return """
        # Written by the build.
        keyturn_java_home='%s'
        keyturn_build=%s
        """
        .formatted(System.getProperty("java.home").replace("'", "'\\''"), build);
  }

  private String batch() {
    return """
        @rem Written by the build.
        @set "keyturn_java_home=%s"
        @set "keyturn_build=%s"
        """
        .formatted(System.getProperty("java.home"), build)
        .replace("\n", "\r\n");
  }
}
