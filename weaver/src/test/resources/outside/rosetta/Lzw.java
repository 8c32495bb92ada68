import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** LZW compression of blocks, there and back. */
public class Lzw {
  @Concurrent
  static List<Integer> compress(String text) {
    Map<String, Integer> dictionary = new HashMap<>();
    for (int i = 0; i < 256; i++) {
      dictionary.put("" + (char) i, i);
    }
    String known = "";
    List<Integer> codes = new ArrayList<>();
    for (char letter : text.toCharArray()) {
      String longer = known + letter;
      if (dictionary.containsKey(longer)) {
        known = longer;
      } else {
        codes.add(dictionary.get(known));
        dictionary.put(longer, dictionary.size());
        known = "" + letter;
      }
    }
    if (!known.isEmpty()) {
      codes.add(dictionary.get(known));
    }
    return codes;
  }

  @Concurrent
  static String expand(List<Integer> codes) {
    Map<Integer, String> dictionary = new HashMap<>();
    for (int i = 0; i < 256; i++) {
      dictionary.put(i, "" + (char) i);
    }
    String before = "" + (char) (int) codes.remove(0);
    StringBuilder text = new StringBuilder(before);
    for (int code : codes) {
      String entry = dictionary.get(code);
      if (entry == null) {
        if (code != dictionary.size()) {
          throw new IllegalArgumentException("bad code " + code);
        }
        entry = before + before.charAt(0);
      }
      text.append(entry);
      dictionary.put(dictionary.size(), before + entry.charAt(0));
      before = entry;
    }
    return text.toString();
  }

  @Synchronized
  static boolean check(List<String> blocks) {
    List<List<Integer>> compressed = new ArrayList<>();
    for (String block : blocks) {
      compressed.add(compress(block));
    }
    int size = 0;
    for (List<Integer> codes : compressed) {
      size += codes.size();
    }
    System.out.println(size + " codes, first block " + compressed.get(0));
    StringBuilder all = new StringBuilder();
    for (List<Integer> codes : compressed) {
      all.append(expand(codes));
    }
    return all.toString().equals(String.join("", blocks));
  }

  public static void main(String[] args) {
    List<String> blocks = new ArrayList<>(List.of("TOBEORNOTTOBEORTOBEORNOT"));
    for (int i = 0; i < 30; i++) {
      blocks.add(("block " + i + " of some text, ").repeat(i + 1));
    }
    System.out.println(check(blocks));
  }
}
