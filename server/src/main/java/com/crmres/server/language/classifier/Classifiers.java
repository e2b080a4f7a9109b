package com.crmres.server.language.classifier;

import com.crmres.server.language.Lexicon;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The trained classifiers that come with the program.
public final class Classifiers {

  private final Reader reader;
  private final LinearModel intents;
  private final LinearModel sentiments;
  private final LinearModel dialects;

  private Classifiers(
      Reader reader, LinearModel intents, LinearModel sentiments, LinearModel dialects) {
    this.reader = reader;
    this.intents = intents;
    this.sentiments = sentiments;
    this.dialects = dialects;
  }

  /// Reads the models that the build has trained.
  public static Classifiers load() {
    return load(Lexicon.load());
  }

  /// The same with a lexicon that is already read.
  public static Classifiers load(Lexicon lexicon) {
    return new Classifiers(
        new Reader(lexicon), model("intents"), model("sentiments"), model("dialects"));
  }

  private static LinearModel model(String name) {
    String file = "/models/" + name + ".model";
    InputStream found = Classifiers.class.getResourceAsStream(file);
    if (found == null) {
      throw new IllegalStateException(
          "The trained model "
              + file
              + " is missing. It is made by the Maven build: run mvn process-classes -pl server -am");
    }
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(found))) {
      return LinearModel.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the trained model " + file, e);
    }
  }

  /// `order`, `change_order`, `confirm`, `cancel`, `order_status`, `question`, `complaint`,
  /// `praise`, `human`, `safety`, `greeting`, `thanks`, `closing`, `opt_out` or `unknown`.
  public Judgement intent(String text) {
    return intents.judge(reader.read(text));
  }

  /// `positive`, `neutral` or `negative`.
  public Judgement sentiment(String text) {
    return sentiments.judge(reader.read(text));
  }

  /// `sa` (Saudi and Gulf), `eg`, `lv`, `ar` (standard), `arabizi`, `en` or `mixed`.
  public Judgement dialect(String text) {
    return dialects.judge(reader.read(text));
  }
}
