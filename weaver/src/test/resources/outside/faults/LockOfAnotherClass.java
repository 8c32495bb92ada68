// A lock is held by a class without scopes while a scope runs whose tasks want it.
import dev.deco.*;

class Main {
  static int w(int i) {
    double s = 0;
    for (int k = 1; k < 10000; k++) {
      s += Math.sin(i + k) / k;
    }
    return s > 1e9 ? 1 : 0;
  }

  static class Account {
    private int balance = 1;

    synchronized int audit() {
      return Main.total(this, 50);
    }

    synchronized int balance() {
      return balance;
    }

    synchronized void add(int amount) {
      balance += amount;
    }
  }

  static class Locks {
    static final Object LOCK = new Object();

    static int with(java.util.function.IntSupplier supplier) {
      synchronized (LOCK) {
        return supplier.getAsInt();
      }
    }
  }

  @Concurrent
  static int part(Account account, int i) {
    return w(i) + account.balance() + i;
  }

  @Concurrent
  static int locked(int i) {
    synchronized (Locks.LOCK) {
      return w(i) + i;
    }
  }

  @Synchronized
  static int total(Account account, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += part(account, i);
      account.add(i);
    }
    return sum;
  }

  @Synchronized
  static int all(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += locked(i);
    }
    return sum;
  }

  public static void main(String[] args) throws Exception {
    System.out.println(new Account().audit());
    System.out.println(total(new Account(), 50));
    System.out.println(Locks.with(() -> all(30)));
  }
}
