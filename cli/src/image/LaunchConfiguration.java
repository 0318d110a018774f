import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What the launchers need to know of an image: a file of assignments that they source, in the language of this
 * platform's shell. The image folder itself stays a variable, {@code keyturn_home}, so that it can be moved.
 */
record LaunchConfiguration(Path image, Java java, String build) {

  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  static final String FILE = WINDOWS ? "launch.cmd" : "launch.conf";

  /** The folder of the Java that runs the image, as each of the two languages writes it. */
  sealed interface Java {
    /** The one that runs the build; its folder has a fixed path. */
    record OfTheBuild() implements Java {}

    /** The one inside the image, which is moved with it. */
    record InsideTheImage(String folder) implements Java {}
  }

  void write(FileTime lastModified) throws IOException {
    Path file = image.resolve(FILE);
    Files.writeString(file, WINDOWS ? batch() : shell());
    Files.setLastModifiedTime(file, lastModified);
  }

  private String shell() {
    String folder =
        switch (java) {
          case Java.OfTheBuild _ -> "'" + System.getProperty("java.home").replace("'", "'\\''") + "'";
          case Java.InsideTheImage(String name) -> "$keyturn_home/" + name;
        };
    return """
        # Written by the build.
        keyturn_java_home=%s
        keyturn_build=%s
        """
        .formatted(folder, build);
  }

  private String batch() {
    String folder =
        switch (java) {
          case Java.OfTheBuild _ -> System.getProperty("java.home");
          case Java.InsideTheImage(String name) -> "%keyturn_home%\\" + name;
        };
    return """
        @rem Written by the build.
        @set "keyturn_java_home=%s"
        @set "keyturn_build=%s"
        """
        .formatted(folder, build)
        .replace("\n", "\r\n");
  }
}
