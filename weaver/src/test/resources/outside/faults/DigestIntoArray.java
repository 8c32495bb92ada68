// MessageDigest.digest(byte[], int, int) writes its argument.
import dev.deco.*;
import java.security.MessageDigest;
public class DigestIntoArray {
  @Concurrent static void hash(byte[] block, byte[] into) throws Exception {
    MessageDigest md = MessageDigest.getInstance("SHA-256");
    md.update(block);
    md.digest(into, 0, 32);
  }
  @Synchronized static long all(int n) throws Exception {
    byte[] into = new byte[32];
    long sum = 0;
    for (int i = 0; i < n; i++) {
      hash(new byte[100000 + i], into);
      sum = sum * 31 + into[0];
    }
    return sum;
  }
  public static void main(String[] args) throws Exception {
    for (int r = 0; r < 2; r++) System.out.println(all(40));
  }
}
