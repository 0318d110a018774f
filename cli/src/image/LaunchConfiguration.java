import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the launchers need to know of an image: a file of assignments that they source, in the language of this
 * platform's shell. The image folder itself stays a variable, {@code keyturn_home}, so that it can be moved.
 */
record LaunchConfiguration(Path image, List<Path> classPath, Path hot, Path full) {

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
        keyturn_class_path="%s"
        keyturn_hot="%s"
        keyturn_full="%s"
        """
        .formatted(
            System.getProperty("java.home").replace("'", "'\\''"),
            classPath("$keyturn_home", ":"),
            in("$keyturn_home", hot),
            in("$keyturn_home", full));
  }

  private String batch() {
    return """
        @rem Written by the build.
        @set "keyturn_java_home=%s"
        @set "keyturn_class_path=%s"
        @set "keyturn_hot=%s"
        @set "keyturn_full=%s"
        """
        .formatted(
            System.getProperty("java.home"),
            classPath("%keyturn_home%", ";"),
            in("%keyturn_home%", hot),
            in("%keyturn_home%", full))
        .replace("\n", "\r\n");
  }

  private String classPath(String home, String separator) {
    return classPath.stream().map(jar -> in(home, jar)).collect(Collectors.joining(separator));
  }

  private String in(String home, Path file) {
    return home + "/" + image.relativize(file).toString().replace('\\', '/');
  }
}
