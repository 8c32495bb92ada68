// More values in one statement than a method can have parameters: calls of 254 slots, captures, pending variables
import dev.deco.*;
import java.util.*;
import java.util.stream.*;

public class TooManyParameters {
  @Concurrent
  static int f(int i) {
    return i * 3;
  }

  @Concurrent
  static long wide(long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9, long
      a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long a20,
      long a21, long a22, long a23, long a24, long a25, long a26, long a27, long a28, long a29, long a30, long
      a31, long a32, long a33, long a34, long a35, long a36, long a37, long a38, long a39, long a40, long a41,
      long a42, long a43, long a44, long a45, long a46, long a47, long a48, long a49, long a50, long a51, long
      a52, long a53, long a54, long a55, long a56, long a57, long a58, long a59, long a60, long a61, long a62,
      long a63, long a64, long a65, long a66, long a67, long a68, long a69, long a70, long a71, long a72, long
      a73, long a74, long a75, long a76, long a77, long a78, long a79, long a80, long a81, long a82, long a83,
      long a84, long a85, long a86, long a87, long a88, long a89, long a90, long a91, long a92, long a93, long
      a94, long a95, long a96, long a97, long a98, long a99, long a100, long a101, long a102, long a103, long
      a104, long a105, long a106, long a107, long a108, long a109, long a110, long a111, long a112, long a113,
      long a114, long a115, long a116, long a117, long a118, long a119, long a120, long a121, long a122, long
      a123, long a124, long a125, long a126) {
    return a0*1 + a1*2 + a2*3 + a3*4 + a4*5 + a5*6 + a6*7 + a7*8 + a8*9 + a9*10 + a10*11 + a11*12 + a12*13 +
        a13*14 + a14*15 + a15*16 + a16*17 + a17*18 + a18*19 + a19*20 + a20*21 + a21*22 + a22*23 + a23*24 +
        a24*25 + a25*26 + a26*27 + a27*28 + a28*29 + a29*30 + a30*31 + a31*32 + a32*33 + a33*34 + a34*35 +
        a35*36 + a36*37 + a37*38 + a38*39 + a39*40 + a40*41 + a41*42 + a42*43 + a43*44 + a44*45 + a45*46 +
        a46*47 + a47*48 + a48*49 + a49*50 + a50*51 + a51*52 + a52*53 + a53*54 + a54*55 + a55*56 + a56*57 +
        a57*58 + a58*59 + a59*60 + a60*61 + a61*62 + a62*63 + a63*64 + a64*65 + a65*66 + a66*67 + a67*68 +
        a68*69 + a69*70 + a70*71 + a71*72 + a72*73 + a73*74 + a74*75 + a75*76 + a76*77 + a77*78 + a78*79 +
        a79*80 + a80*81 + a81*82 + a82*83 + a83*84 + a84*85 + a85*86 + a86*87 + a87*88 + a88*89 + a89*90 +
        a90*91 + a91*92 + a92*93 + a93*94 + a94*95 + a95*96 + a96*97 + a97*98 + a98*99 + a99*100 + a100*101 +
        a101*102 + a102*103 + a103*104 + a104*105 + a105*106 + a106*107 + a107*108 + a108*109 + a109*110 +
        a110*111 + a111*112 + a112*113 + a113*114 + a114*115 + a115*116 + a116*117 + a117*118 + a118*119 +
        a119*120 + a120*121 + a121*122 + a122*123 + a123*124 + a124*125 + a125*126 + a126*127;
  }

  @Concurrent(timeout = "10s")
  static long limited(long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long a9,
      long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long
      a20, long a21, long a22, long a23, long a24, long a25, long a26, long a27, long a28, long a29, long a30,
      long a31, long a32, long a33, long a34, long a35, long a36, long a37, long a38, long a39, long a40, long
      a41, long a42, long a43, long a44, long a45, long a46, long a47, long a48, long a49, long a50, long a51,
      long a52, long a53, long a54, long a55, long a56, long a57, long a58, long a59, long a60, long a61, long
      a62, long a63, long a64, long a65, long a66, long a67, long a68, long a69, long a70, long a71, long a72,
      long a73, long a74, long a75, long a76, long a77, long a78, long a79, long a80, long a81, long a82, long
      a83, long a84, long a85, long a86, long a87, long a88, long a89, long a90, long a91, long a92, long a93,
      long a94, long a95, long a96, long a97, long a98, long a99, long a100, long a101, long a102, long a103, long
      a104, long a105, long a106, long a107, long a108, long a109, long a110, long a111, long a112, long a113,
      long a114, long a115, long a116, long a117, long a118, long a119, long a120, long a121, long a122, long
      a123, long a124, long a125, long a126) {
    return a0*1 + a1*2 + a2*3 + a3*4 + a4*5 + a5*6 + a6*7 + a7*8 + a8*9 + a9*10 + a10*11 + a11*12 + a12*13 +
        a13*14 + a14*15 + a15*16 + a16*17 + a17*18 + a18*19 + a19*20 + a20*21 + a21*22 + a22*23 + a23*24 +
        a24*25 + a25*26 + a26*27 + a27*28 + a28*29 + a29*30 + a30*31 + a31*32 + a32*33 + a33*34 + a34*35 +
        a35*36 + a36*37 + a37*38 + a38*39 + a39*40 + a40*41 + a41*42 + a42*43 + a43*44 + a44*45 + a45*46 +
        a46*47 + a47*48 + a48*49 + a49*50 + a50*51 + a51*52 + a52*53 + a53*54 + a54*55 + a55*56 + a56*57 +
        a57*58 + a58*59 + a59*60 + a60*61 + a61*62 + a62*63 + a63*64 + a64*65 + a65*66 + a66*67 + a67*68 +
        a68*69 + a69*70 + a70*71 + a71*72 + a72*73 + a73*74 + a74*75 + a75*76 + a76*77 + a77*78 + a78*79 +
        a79*80 + a80*81 + a81*82 + a82*83 + a83*84 + a84*85 + a85*86 + a86*87 + a87*88 + a88*89 + a89*90 +
        a90*91 + a91*92 + a92*93 + a93*94 + a94*95 + a95*96 + a96*97 + a97*98 + a98*99 + a99*100 + a100*101 +
        a101*102 + a102*103 + a103*104 + a104*105 + a105*106 + a106*107 + a107*108 + a108*109 + a109*110 +
        a110*111 + a111*112 + a112*113 + a113*114 + a114*115 + a115*116 + a116*117 + a117*118 + a118*119 +
        a119*120 + a120*121 + a121*122 + a122*123 + a123*124 + a124*125 + a125*126 + a126*127;
  }

  @Concurrent
  @Synchronized
  static long down(int n, long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7, long a8, long
      a9, long a10, long a11, long a12, long a13, long a14, long a15, long a16, long a17, long a18, long a19, long
      a20, long a21, long a22, long a23, long a24, long a25, long a26, long a27, long a28, long a29, long a30,
      long a31, long a32, long a33, long a34, long a35, long a36, long a37, long a38, long a39, long a40, long
      a41, long a42, long a43, long a44, long a45, long a46, long a47, long a48, long a49, long a50, long a51,
      long a52, long a53, long a54, long a55, long a56, long a57, long a58, long a59, long a60, long a61, long
      a62, long a63, long a64, long a65, long a66, long a67, long a68, long a69, long a70, long a71, long a72,
      long a73, long a74, long a75, long a76, long a77, long a78, long a79, long a80, long a81, long a82, long
      a83, long a84, long a85, long a86, long a87, long a88, long a89, long a90, long a91, long a92, long a93,
      long a94, long a95, long a96, long a97, long a98, long a99, long a100, long a101, long a102, long a103, long
      a104, long a105, long a106, long a107, long a108, long a109, long a110, long a111, long a112, long a113,
      long a114, long a115, long a116, long a117, long a118, long a119, long a120, long a121, long a122, long
      a123, long a124, long a125) {
    if (n < 2) {
      return a0 + n;
    }
    return down(n - 1, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19,
        a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32, a33, a34, a35, a36, a37, a38, a39, a40,
        a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53, a54, a55, a56, a57, a58, a59, a60, a61,
        a62, a63, a64, a65, a66, a67, a68, a69, a70, a71, a72, a73, a74, a75, a76, a77, a78, a79, a80, a81, a82,
        a83, a84, a85, a86, a87, a88, a89, a90, a91, a92, a93, a94, a95, a96, a97, a98, a99, a100, a101, a102,
        a103, a104, a105, a106, a107, a108, a109, a110, a111, a112, a113, a114, a115, a116, a117, a118, a119,
        a120, a121, a122, a123, a124, a125) + down(n - 2, a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11,
        a12, a13, a14, a15, a16, a17, a18, a19, a20, a21, a22, a23, a24, a25, a26, a27, a28, a29, a30, a31, a32,
        a33, a34, a35, a36, a37, a38, a39, a40, a41, a42, a43, a44, a45, a46, a47, a48, a49, a50, a51, a52, a53,
        a54, a55, a56, a57, a58, a59, a60, a61, a62, a63, a64, a65, a66, a67, a68, a69, a70, a71, a72, a73, a74,
        a75, a76, a77, a78, a79, a80, a81, a82, a83, a84, a85, a86, a87, a88, a89, a90, a91, a92, a93, a94, a95,
        a96, a97, a98, a99, a100, a101, a102, a103, a104, a105, a106, a107, a108, a109, a110, a111, a112, a113,
        a114, a115, a116, a117, a118, a119, a120, a121, a122, a123, a124, a125);
  }

  @Synchronized
  static long calls(long q) {
    long v0 = q + 0; long v1 = q + 1; long v2 = q + 2; long v3 = q + 3; long v4 = q + 4; long v5 = q + 5;
    long v6 = q + 6; long v7 = q + 7; long v8 = q + 8; long v9 = q + 9; long v10 = q + 10; long v11 = q + 11;
    long v12 = q + 12; long v13 = q + 13; long v14 = q + 14; long v15 = q + 15; long v16 = q + 16; long v17 = q + 17;
    long v18 = q + 18; long v19 = q + 19; long v20 = q + 20; long v21 = q + 21; long v22 = q + 22; long v23 = q + 23;
    long v24 = q + 24; long v25 = q + 25; long v26 = q + 26; long v27 = q + 27; long v28 = q + 28; long v29 = q + 29;
    long v30 = q + 30; long v31 = q + 31; long v32 = q + 32; long v33 = q + 33; long v34 = q + 34; long v35 = q + 35;
    long v36 = q + 36; long v37 = q + 37; long v38 = q + 38; long v39 = q + 39; long v40 = q + 40; long v41 = q + 41;
    long v42 = q + 42; long v43 = q + 43; long v44 = q + 44; long v45 = q + 45; long v46 = q + 46; long v47 = q + 47;
    long v48 = q + 48; long v49 = q + 49; long v50 = q + 50; long v51 = q + 51; long v52 = q + 52; long v53 = q + 53;
    long v54 = q + 54; long v55 = q + 55; long v56 = q + 56; long v57 = q + 57; long v58 = q + 58; long v59 = q + 59;
    long v60 = q + 60; long v61 = q + 61; long v62 = q + 62; long v63 = q + 63; long v64 = q + 64; long v65 = q + 65;
    long v66 = q + 66; long v67 = q + 67; long v68 = q + 68; long v69 = q + 69; long v70 = q + 70; long v71 = q + 71;
    long v72 = q + 72; long v73 = q + 73; long v74 = q + 74; long v75 = q + 75; long v76 = q + 76; long v77 = q + 77;
    long v78 = q + 78; long v79 = q + 79; long v80 = q + 80; long v81 = q + 81; long v82 = q + 82; long v83 = q + 83;
    long v84 = q + 84; long v85 = q + 85; long v86 = q + 86; long v87 = q + 87; long v88 = q + 88; long v89 = q + 89;
    long v90 = q + 90; long v91 = q + 91; long v92 = q + 92; long v93 = q + 93; long v94 = q + 94; long v95 = q + 95;
    long v96 = q + 96; long v97 = q + 97; long v98 = q + 98; long v99 = q + 99; long v100 = q + 100;
    long v101 = q + 101; long v102 = q + 102; long v103 = q + 103; long v104 = q + 104; long v105 = q + 105;
    long v106 = q + 106; long v107 = q + 107; long v108 = q + 108; long v109 = q + 109; long v110 = q + 110;
    long v111 = q + 111; long v112 = q + 112; long v113 = q + 113; long v114 = q + 114; long v115 = q + 115;
    long v116 = q + 116; long v117 = q + 117; long v118 = q + 118; long v119 = q + 119; long v120 = q + 120;
    long v121 = q + 121; long v122 = q + 122; long v123 = q + 123; long v124 = q + 124; long v125 = q + 125;
    long v126 = q + 126;
    long s = 0;
    for (int i = 0; i < 10; i++) {
      s  += wide(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19,
          v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39,
          v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59,
          v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79,
          v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99,
          v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115,
          v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126);
      long w = wide(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19,
          v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39,
          v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59,
          v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79,
          v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99,
          v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115,
          v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126);
      wide(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21,
          v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39, v40, v41,
          v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60, v61,
          v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79, v80, v81,
          v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99, v100,
          v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115, v116,
          v117, v118, v119, v120, v121, v122, v123, v124, v125, v126);
      s ^= w;
      s  += limited(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19,
          v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39,
          v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59,
          v60, v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79,
          v80, v81, v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99,
          v100, v101, v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115,
          v116, v117, v118, v119, v120, v121, v122, v123, v124, v125, v126);
    }
    return s;
  }

  @Synchronized
  static String range(int[] out, int q) {
    int v0 = q + 0; int v1 = q + 1; int v2 = q + 2; int v3 = q + 3; int v4 = q + 4; int v5 = q + 5; int v6 = q + 6;
    int v7 = q + 7; int v8 = q + 8; int v9 = q + 9; int v10 = q + 10; int v11 = q + 11; int v12 = q + 12;
    int v13 = q + 13; int v14 = q + 14; int v15 = q + 15; int v16 = q + 16; int v17 = q + 17; int v18 = q + 18;
    int v19 = q + 19; int v20 = q + 20; int v21 = q + 21; int v22 = q + 22; int v23 = q + 23; int v24 = q + 24;
    int v25 = q + 25; int v26 = q + 26; int v27 = q + 27; int v28 = q + 28; int v29 = q + 29; int v30 = q + 30;
    int v31 = q + 31; int v32 = q + 32; int v33 = q + 33; int v34 = q + 34; int v35 = q + 35; int v36 = q + 36;
    int v37 = q + 37; int v38 = q + 38; int v39 = q + 39; int v40 = q + 40; int v41 = q + 41; int v42 = q + 42;
    int v43 = q + 43; int v44 = q + 44; int v45 = q + 45; int v46 = q + 46; int v47 = q + 47; int v48 = q + 48;
    int v49 = q + 49; int v50 = q + 50; int v51 = q + 51; int v52 = q + 52; int v53 = q + 53; int v54 = q + 54;
    int v55 = q + 55; int v56 = q + 56; int v57 = q + 57; int v58 = q + 58; int v59 = q + 59; int v60 = q + 60;
    int v61 = q + 61; int v62 = q + 62; int v63 = q + 63; int v64 = q + 64; int v65 = q + 65; int v66 = q + 66;
    int v67 = q + 67; int v68 = q + 68; int v69 = q + 69; int v70 = q + 70; int v71 = q + 71; int v72 = q + 72;
    int v73 = q + 73; int v74 = q + 74; int v75 = q + 75; int v76 = q + 76; int v77 = q + 77; int v78 = q + 78;
    int v79 = q + 79; int v80 = q + 80; int v81 = q + 81; int v82 = q + 82; int v83 = q + 83; int v84 = q + 84;
    int v85 = q + 85; int v86 = q + 86; int v87 = q + 87; int v88 = q + 88; int v89 = q + 89; int v90 = q + 90;
    int v91 = q + 91; int v92 = q + 92; int v93 = q + 93; int v94 = q + 94; int v95 = q + 95; int v96 = q + 96;
    int v97 = q + 97; int v98 = q + 98; int v99 = q + 99; int v100 = q + 100; int v101 = q + 101; int v102 = q + 102;
    int v103 = q + 103; int v104 = q + 104; int v105 = q + 105; int v106 = q + 106; int v107 = q + 107;
    int v108 = q + 108; int v109 = q + 109; int v110 = q + 110; int v111 = q + 111; int v112 = q + 112;
    int v113 = q + 113; int v114 = q + 114; int v115 = q + 115; int v116 = q + 116; int v117 = q + 117;
    int v118 = q + 118; int v119 = q + 119; int v120 = q + 120; int v121 = q + 121; int v122 = q + 122;
    int v123 = q + 123; int v124 = q + 124; int v125 = q + 125; int v126 = q + 126; int v127 = q + 127;
    int v128 = q + 128; int v129 = q + 129; int v130 = q + 130; int v131 = q + 131; int v132 = q + 132;
    int v133 = q + 133; int v134 = q + 134; int v135 = q + 135; int v136 = q + 136; int v137 = q + 137;
    int v138 = q + 138; int v139 = q + 139; int v140 = q + 140; int v141 = q + 141; int v142 = q + 142;
    int v143 = q + 143; int v144 = q + 144; int v145 = q + 145; int v146 = q + 146; int v147 = q + 147;
    int v148 = q + 148; int v149 = q + 149; int v150 = q + 150; int v151 = q + 151; int v152 = q + 152;
    int v153 = q + 153; int v154 = q + 154; int v155 = q + 155; int v156 = q + 156; int v157 = q + 157;
    int v158 = q + 158; int v159 = q + 159; int v160 = q + 160; int v161 = q + 161; int v162 = q + 162;
    int v163 = q + 163; int v164 = q + 164; int v165 = q + 165; int v166 = q + 166; int v167 = q + 167;
    int v168 = q + 168; int v169 = q + 169; int v170 = q + 170; int v171 = q + 171; int v172 = q + 172;
    int v173 = q + 173; int v174 = q + 174; int v175 = q + 175; int v176 = q + 176; int v177 = q + 177;
    int v178 = q + 178; int v179 = q + 179; int v180 = q + 180; int v181 = q + 181; int v182 = q + 182;
    int v183 = q + 183; int v184 = q + 184; int v185 = q + 185; int v186 = q + 186; int v187 = q + 187;
    int v188 = q + 188; int v189 = q + 189; int v190 = q + 190; int v191 = q + 191; int v192 = q + 192;
    int v193 = q + 193; int v194 = q + 194; int v195 = q + 195; int v196 = q + 196; int v197 = q + 197;
    int v198 = q + 198; int v199 = q + 199; int v200 = q + 200; int v201 = q + 201; int v202 = q + 202;
    int v203 = q + 203; int v204 = q + 204; int v205 = q + 205; int v206 = q + 206; int v207 = q + 207;
    int v208 = q + 208; int v209 = q + 209; int v210 = q + 210; int v211 = q + 211; int v212 = q + 212;
    int v213 = q + 213; int v214 = q + 214; int v215 = q + 215; int v216 = q + 216; int v217 = q + 217;
    int v218 = q + 218; int v219 = q + 219; int v220 = q + 220; int v221 = q + 221; int v222 = q + 222;
    int v223 = q + 223; int v224 = q + 224; int v225 = q + 225; int v226 = q + 226; int v227 = q + 227;
    int v228 = q + 228; int v229 = q + 229; int v230 = q + 230; int v231 = q + 231; int v232 = q + 232;
    int v233 = q + 233; int v234 = q + 234; int v235 = q + 235; int v236 = q + 236; int v237 = q + 237;
    int v238 = q + 238; int v239 = q + 239;
    for (int i = 0; i < out.length; i++) {
      out[i] = f(i + v0+v1+v2+v3+v4+v5+v6+v7+v8+v9+v10+v11+v12+v13+v14+v15+v16+v17+v18+v19);
    }
    return Arrays.toString(out);
  }

  @Synchronized
  static String pending(int q) {
    int v0 = f(q + 0); int v1 = f(q + 1); int v2 = f(q + 2); int v3 = f(q + 3); int v4 = f(q + 4); int v5 = f(q + 5);
    int v6 = f(q + 6); int v7 = f(q + 7); int v8 = f(q + 8); int v9 = f(q + 9); int v10 = f(q + 10);
    int v11 = f(q + 11); int v12 = f(q + 12); int v13 = f(q + 13); int v14 = f(q + 14); int v15 = f(q + 15);
    int v16 = f(q + 16); int v17 = f(q + 17); int v18 = f(q + 18); int v19 = f(q + 19); int v20 = f(q + 20);
    int v21 = f(q + 21); int v22 = f(q + 22); int v23 = f(q + 23); int v24 = f(q + 24); int v25 = f(q + 25);
    int v26 = f(q + 26); int v27 = f(q + 27); int v28 = f(q + 28); int v29 = f(q + 29); int v30 = f(q + 30);
    int v31 = f(q + 31); int v32 = f(q + 32); int v33 = f(q + 33); int v34 = f(q + 34); int v35 = f(q + 35);
    int v36 = f(q + 36); int v37 = f(q + 37); int v38 = f(q + 38); int v39 = f(q + 39); int v40 = f(q + 40);
    int v41 = f(q + 41); int v42 = f(q + 42); int v43 = f(q + 43); int v44 = f(q + 44); int v45 = f(q + 45);
    int v46 = f(q + 46); int v47 = f(q + 47); int v48 = f(q + 48); int v49 = f(q + 49); int v50 = f(q + 50);
    int v51 = f(q + 51); int v52 = f(q + 52); int v53 = f(q + 53); int v54 = f(q + 54); int v55 = f(q + 55);
    int v56 = f(q + 56); int v57 = f(q + 57); int v58 = f(q + 58); int v59 = f(q + 59); int v60 = f(q + 60);
    int v61 = f(q + 61); int v62 = f(q + 62); int v63 = f(q + 63); int v64 = f(q + 64); int v65 = f(q + 65);
    int v66 = f(q + 66); int v67 = f(q + 67); int v68 = f(q + 68); int v69 = f(q + 69); int v70 = f(q + 70);
    int v71 = f(q + 71); int v72 = f(q + 72); int v73 = f(q + 73); int v74 = f(q + 74); int v75 = f(q + 75);
    int v76 = f(q + 76); int v77 = f(q + 77); int v78 = f(q + 78); int v79 = f(q + 79); int v80 = f(q + 80);
    int v81 = f(q + 81); int v82 = f(q + 82); int v83 = f(q + 83); int v84 = f(q + 84); int v85 = f(q + 85);
    int v86 = f(q + 86); int v87 = f(q + 87); int v88 = f(q + 88); int v89 = f(q + 89); int v90 = f(q + 90);
    int v91 = f(q + 91); int v92 = f(q + 92); int v93 = f(q + 93); int v94 = f(q + 94); int v95 = f(q + 95);
    int v96 = f(q + 96); int v97 = f(q + 97); int v98 = f(q + 98); int v99 = f(q + 99); int v100 = f(q + 100);
    int v101 = f(q + 101); int v102 = f(q + 102); int v103 = f(q + 103); int v104 = f(q + 104); int v105 = f(q + 105);
    int v106 = f(q + 106); int v107 = f(q + 107); int v108 = f(q + 108); int v109 = f(q + 109); int v110 = f(q + 110);
    int v111 = f(q + 111); int v112 = f(q + 112); int v113 = f(q + 113); int v114 = f(q + 114); int v115 = f(q + 115);
    int v116 = f(q + 116); int v117 = f(q + 117); int v118 = f(q + 118); int v119 = f(q + 119); int v120 = f(q + 120);
    int v121 = f(q + 121); int v122 = f(q + 122); int v123 = f(q + 123); int v124 = f(q + 124); int v125 = f(q + 125);
    int v126 = f(q + 126); int v127 = f(q + 127); int v128 = f(q + 128); int v129 = f(q + 129); int v130 = f(q + 130);
    int v131 = f(q + 131); int v132 = f(q + 132); int v133 = f(q + 133); int v134 = f(q + 134); int v135 = f(q + 135);
    int v136 = f(q + 136); int v137 = f(q + 137); int v138 = f(q + 138); int v139 = f(q + 139);
    return ""  + (v0 ^ v1 ^ v2 ^ v3 ^ v4 ^ v5 ^ v6 ^ v7 ^ v8 ^ v9 ^ v10 ^ v11 ^ v12 ^ v13 ^ v14 ^ v15 ^ v16 ^
        v17 ^ v18 ^ v19 ^ v20 ^ v21 ^ v22 ^ v23 ^ v24 ^ v25 ^ v26 ^ v27 ^ v28 ^ v29 ^ v30 ^ v31 ^ v32 ^ v33 ^
        v34 ^ v35 ^ v36 ^ v37 ^ v38 ^ v39 ^ v40 ^ v41 ^ v42 ^ v43 ^ v44 ^ v45 ^ v46 ^ v47 ^ v48 ^ v49 ^ v50 ^
        v51 ^ v52 ^ v53 ^ v54 ^ v55 ^ v56 ^ v57 ^ v58 ^ v59 ^ v60 ^ v61 ^ v62 ^ v63 ^ v64 ^ v65 ^ v66 ^ v67 ^
        v68 ^ v69 ^ v70 ^ v71 ^ v72 ^ v73 ^ v74 ^ v75 ^ v76 ^ v77 ^ v78 ^ v79 ^ v80 ^ v81 ^ v82 ^ v83 ^ v84 ^
        v85 ^ v86 ^ v87 ^ v88 ^ v89 ^ v90 ^ v91 ^ v92 ^ v93 ^ v94 ^ v95 ^ v96 ^ v97 ^ v98 ^ v99 ^ v100 ^ v101 ^
        v102 ^ v103 ^ v104 ^ v105 ^ v106 ^ v107 ^ v108 ^ v109 ^ v110 ^ v111 ^ v112 ^ v113 ^ v114 ^ v115 ^ v116 ^
        v117 ^ v118 ^ v119 ^ v120 ^ v121 ^ v122 ^ v123 ^ v124 ^ v125 ^ v126 ^ v127 ^ v128 ^ v129 ^ v130 ^ v131 ^
        v132 ^ v133 ^ v134 ^ v135 ^ v136 ^ v137 ^ v138 ^ v139);
  }

  @Synchronized
  static String list(int q) {
    List<Integer> all = new ArrayList<>();
    int v0 = f(q + 0); int v1 = f(q + 1); int v2 = f(q + 2); int v3 = f(q + 3); int v4 = f(q + 4); int v5 = f(q + 5);
    int v6 = f(q + 6); int v7 = f(q + 7); int v8 = f(q + 8); int v9 = f(q + 9); int v10 = f(q + 10);
    int v11 = f(q + 11); int v12 = f(q + 12); int v13 = f(q + 13); int v14 = f(q + 14); int v15 = f(q + 15);
    int v16 = f(q + 16); int v17 = f(q + 17); int v18 = f(q + 18); int v19 = f(q + 19); int v20 = f(q + 20);
    int v21 = f(q + 21); int v22 = f(q + 22); int v23 = f(q + 23); int v24 = f(q + 24); int v25 = f(q + 25);
    int v26 = f(q + 26); int v27 = f(q + 27); int v28 = f(q + 28); int v29 = f(q + 29); int v30 = f(q + 30);
    int v31 = f(q + 31); int v32 = f(q + 32); int v33 = f(q + 33); int v34 = f(q + 34); int v35 = f(q + 35);
    int v36 = f(q + 36); int v37 = f(q + 37); int v38 = f(q + 38); int v39 = f(q + 39); int v40 = f(q + 40);
    int v41 = f(q + 41); int v42 = f(q + 42); int v43 = f(q + 43); int v44 = f(q + 44); int v45 = f(q + 45);
    int v46 = f(q + 46); int v47 = f(q + 47); int v48 = f(q + 48); int v49 = f(q + 49); int v50 = f(q + 50);
    int v51 = f(q + 51); int v52 = f(q + 52); int v53 = f(q + 53); int v54 = f(q + 54); int v55 = f(q + 55);
    int v56 = f(q + 56); int v57 = f(q + 57); int v58 = f(q + 58); int v59 = f(q + 59); int v60 = f(q + 60);
    int v61 = f(q + 61); int v62 = f(q + 62); int v63 = f(q + 63); int v64 = f(q + 64); int v65 = f(q + 65);
    int v66 = f(q + 66); int v67 = f(q + 67); int v68 = f(q + 68); int v69 = f(q + 69); int v70 = f(q + 70);
    int v71 = f(q + 71); int v72 = f(q + 72); int v73 = f(q + 73); int v74 = f(q + 74); int v75 = f(q + 75);
    int v76 = f(q + 76); int v77 = f(q + 77); int v78 = f(q + 78); int v79 = f(q + 79); int v80 = f(q + 80);
    int v81 = f(q + 81); int v82 = f(q + 82); int v83 = f(q + 83); int v84 = f(q + 84); int v85 = f(q + 85);
    int v86 = f(q + 86); int v87 = f(q + 87); int v88 = f(q + 88); int v89 = f(q + 89); int v90 = f(q + 90);
    int v91 = f(q + 91); int v92 = f(q + 92); int v93 = f(q + 93); int v94 = f(q + 94); int v95 = f(q + 95);
    int v96 = f(q + 96); int v97 = f(q + 97); int v98 = f(q + 98); int v99 = f(q + 99); int v100 = f(q + 100);
    int v101 = f(q + 101); int v102 = f(q + 102); int v103 = f(q + 103); int v104 = f(q + 104); int v105 = f(q + 105);
    int v106 = f(q + 106); int v107 = f(q + 107); int v108 = f(q + 108); int v109 = f(q + 109); int v110 = f(q + 110);
    int v111 = f(q + 111); int v112 = f(q + 112); int v113 = f(q + 113); int v114 = f(q + 114); int v115 = f(q + 115);
    int v116 = f(q + 116); int v117 = f(q + 117); int v118 = f(q + 118); int v119 = f(q + 119); int v120 = f(q + 120);
    int v121 = f(q + 121); int v122 = f(q + 122); int v123 = f(q + 123); int v124 = f(q + 124); int v125 = f(q + 125);
    int v126 = f(q + 126); int v127 = f(q + 127); int v128 = f(q + 128); int v129 = f(q + 129); int v130 = f(q + 130);
    int v131 = f(q + 131); int v132 = f(q + 132); int v133 = f(q + 133); int v134 = f(q + 134); int v135 = f(q + 135);
    int v136 = f(q + 136); int v137 = f(q + 137); int v138 = f(q + 138); int v139 = f(q + 139);
    Collections.addAll(all, v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18,
        v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39,
        v40, v41, v42, v43, v44, v45, v46, v47, v48, v49, v50, v51, v52, v53, v54, v55, v56, v57, v58, v59, v60,
        v61, v62, v63, v64, v65, v66, v67, v68, v69, v70, v71, v72, v73, v74, v75, v76, v77, v78, v79, v80, v81,
        v82, v83, v84, v85, v86, v87, v88, v89, v90, v91, v92, v93, v94, v95, v96, v97, v98, v99, v100, v101,
        v102, v103, v104, v105, v106, v107, v108, v109, v110, v111, v112, v113, v114, v115, v116, v117, v118,
        v119, v120, v121, v122, v123, v124, v125, v126, v127, v128, v129, v130, v131, v132, v133, v134, v135,
        v136, v137, v138, v139);
    return "" + all;
  }

  @Synchronized
  static List<Integer> streamed(long q) {
    long v0 = q + 0; long v1 = q + 1; long v2 = q + 2; long v3 = q + 3; long v4 = q + 4; long v5 = q + 5;
    long v6 = q + 6; long v7 = q + 7; long v8 = q + 8; long v9 = q + 9; long v10 = q + 10; long v11 = q + 11;
    long v12 = q + 12; long v13 = q + 13; long v14 = q + 14; long v15 = q + 15; long v16 = q + 16; long v17 = q + 17;
    long v18 = q + 18; long v19 = q + 19; long v20 = q + 20; long v21 = q + 21; long v22 = q + 22; long v23 = q + 23;
    long v24 = q + 24; long v25 = q + 25; long v26 = q + 26; long v27 = q + 27; long v28 = q + 28; long v29 = q + 29;
    long v30 = q + 30; long v31 = q + 31; long v32 = q + 32; long v33 = q + 33; long v34 = q + 34; long v35 = q + 35;
    long v36 = q + 36; long v37 = q + 37; long v38 = q + 38; long v39 = q + 39; long v40 = q + 40; long v41 = q + 41;
    long v42 = q + 42; long v43 = q + 43; long v44 = q + 44; long v45 = q + 45; long v46 = q + 46; long v47 = q + 47;
    long v48 = q + 48; long v49 = q + 49; long v50 = q + 50; long v51 = q + 51; long v52 = q + 52; long v53 = q + 53;
    long v54 = q + 54; long v55 = q + 55; long v56 = q + 56; long v57 = q + 57; long v58 = q + 58; long v59 = q + 59;
    long v60 = q + 60; long v61 = q + 61; long v62 = q + 62; long v63 = q + 63; long v64 = q + 64; long v65 = q + 65;
    long v66 = q + 66; long v67 = q + 67; long v68 = q + 68; long v69 = q + 69; long v70 = q + 70; long v71 = q + 71;
    long v72 = q + 72; long v73 = q + 73; long v74 = q + 74; long v75 = q + 75; long v76 = q + 76; long v77 = q + 77;
    long v78 = q + 78; long v79 = q + 79; long v80 = q + 80; long v81 = q + 81; long v82 = q + 82; long v83 = q + 83;
    long v84 = q + 84; long v85 = q + 85; long v86 = q + 86; long v87 = q + 87; long v88 = q + 88; long v89 = q + 89;
    long v90 = q + 90; long v91 = q + 91; long v92 = q + 92; long v93 = q + 93; long v94 = q + 94; long v95 = q + 95;
    long v96 = q + 96; long v97 = q + 97; long v98 = q + 98; long v99 = q + 99; long v100 = q + 100;
    long v101 = q + 101; long v102 = q + 102; long v103 = q + 103; long v104 = q + 104; long v105 = q + 105;
    long v106 = q + 106; long v107 = q + 107; long v108 = q + 108; long v109 = q + 109; long v110 = q + 110;
    long v111 = q + 111; long v112 = q + 112; long v113 = q + 113; long v114 = q + 114; long v115 = q + 115;
    long v116 = q + 116; long v117 = q + 117; long v118 = q + 118; long v119 = q + 119; long v120 = q + 120;
    long v121 = q + 121; long v122 = q + 122; long v123 = q + 123; long v124 = q + 124; long v125 = q + 125;
    return IntStream.range(0, 20).mapToObj(i -> f(i  + (int) (v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 +
        v10 + v11 + v12 + v13 + v14 + v15 + v16 + v17 + v18 + v19 + v20 + v21 + v22 + v23 + v24 + v25 + v26 +
        v27 + v28 + v29 + v30 + v31 + v32 + v33 + v34 + v35 + v36 + v37 + v38 + v39 + v40 + v41 + v42 + v43 +
        v44 + v45 + v46 + v47 + v48 + v49 + v50 + v51 + v52 + v53 + v54 + v55 + v56 + v57 + v58 + v59 + v60 +
        v61 + v62 + v63 + v64 + v65 + v66 + v67 + v68 + v69 + v70 + v71 + v72 + v73 + v74 + v75 + v76 + v77 +
        v78 + v79 + v80 + v81 + v82 + v83 + v84 + v85 + v86 + v87 + v88 + v89 + v90 + v91 + v92 + v93 + v94 +
        v95 + v96 + v97 + v98 + v99 + v100 + v101 + v102 + v103 + v104 + v105 + v106 + v107 + v108 + v109 + v110
        + v111 + v112 + v113 + v114 + v115 + v116 + v117 + v118 + v119 + v120 + v121 + v122 + v123 + v124 +
        v125))).toList();
  }

  public static void main(String[] args) {
    System.out.println(calls(3) + " " + range(new int[20], 2) + " " + pending(4) + " " + list(2) + " " + streamed(2));
    System.out.println(down(9, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L,
        18L, 19L, 20L, 21L, 22L, 23L, 24L, 25L, 26L, 27L, 28L, 29L, 30L, 31L, 32L, 33L, 34L, 35L, 36L, 37L, 38L,
        39L, 40L, 41L, 42L, 43L, 44L, 45L, 46L, 47L, 48L, 49L, 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59L,
        60L, 61L, 62L, 63L, 64L, 65L, 66L, 67L, 68L, 69L, 70L, 71L, 72L, 73L, 74L, 75L, 76L, 77L, 78L, 79L, 80L,
        81L, 82L, 83L, 84L, 85L, 86L, 87L, 88L, 89L, 90L, 91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L, 100L,
        101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L, 110L, 111L, 112L, 113L, 114L, 115L, 116L, 117L,
        118L, 119L, 120L, 121L, 122L, 123L, 124L, 125L));
  }
}
