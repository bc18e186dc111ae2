/**
 * The number of each primitive: its place among the names in ascending order, so that comparing codes compares names.
 * src/core/dsl gives the signatures; a test holds the two together.
 */
export namespace Code {
  // @ts-ignore: decorator
  @inline export const ADD = 0;
  // @ts-ignore: decorator
  @inline export const ADJACENT = 1;
  // @ts-ignore: decorator
  @inline export const APPLY = 2;
  // @ts-ignore: decorator
  @inline export const ARGMAX = 3;
  // @ts-ignore: decorator
  @inline export const ARGMIN = 4;
  // @ts-ignore: decorator
  @inline export const ASINDICES = 5;
  // @ts-ignore: decorator
  @inline export const ASOBJECT = 6;
  // @ts-ignore: decorator
  @inline export const ASTUPLE = 7;
  // @ts-ignore: decorator
  @inline export const BACKDROP = 8;
  // @ts-ignore: decorator
  @inline export const BORDERING = 9;
  // @ts-ignore: decorator
  @inline export const BOTH = 10;
  // @ts-ignore: decorator
  @inline export const BOTTOMHALF = 11;
  // @ts-ignore: decorator
  @inline export const BOX = 12;
  // @ts-ignore: decorator
  @inline export const BRANCH = 13;
  // @ts-ignore: decorator
  @inline export const CANVAS = 14;
  // @ts-ignore: decorator
  @inline export const CELLWISE = 15;
  // @ts-ignore: decorator
  @inline export const CENTER = 16;
  // @ts-ignore: decorator
  @inline export const CENTEROFMASS = 17;
  // @ts-ignore: decorator
  @inline export const CHAIN = 18;
  // @ts-ignore: decorator
  @inline export const CMIRROR = 19;
  // @ts-ignore: decorator
  @inline export const COLOR = 20;
  // @ts-ignore: decorator
  @inline export const COLORCOUNT = 21;
  // @ts-ignore: decorator
  @inline export const COLORFILTER = 22;
  // @ts-ignore: decorator
  @inline export const COMBINE = 23;
  // @ts-ignore: decorator
  @inline export const COMPOSE = 24;
  // @ts-ignore: decorator
  @inline export const COMPRESS = 25;
  // @ts-ignore: decorator
  @inline export const CONNECT = 26;
  // @ts-ignore: decorator
  @inline export const CONTAINED = 27;
  // @ts-ignore: decorator
  @inline export const CORNERS = 28;
  // @ts-ignore: decorator
  @inline export const COVER = 29;
  // @ts-ignore: decorator
  @inline export const CREMENT = 30;
  // @ts-ignore: decorator
  @inline export const CROP = 31;
  // @ts-ignore: decorator
  @inline export const DECREMENT = 32;
  // @ts-ignore: decorator
  @inline export const DEDUPE = 33;
  // @ts-ignore: decorator
  @inline export const DELTA = 34;
  // @ts-ignore: decorator
  @inline export const DIFFERENCE = 35;
  // @ts-ignore: decorator
  @inline export const DIVIDE = 36;
  // @ts-ignore: decorator
  @inline export const DMIRROR = 37;
  // @ts-ignore: decorator
  @inline export const DNEIGHBORS = 38;
  // @ts-ignore: decorator
  @inline export const DOUBLE = 39;
  // @ts-ignore: decorator
  @inline export const DOWNSCALE = 40;
  // @ts-ignore: decorator
  @inline export const EITHER = 41;
  // @ts-ignore: decorator
  @inline export const EQUALITY = 42;
  // @ts-ignore: decorator
  @inline export const EVEN = 43;
  // @ts-ignore: decorator
  @inline export const EXTRACT = 44;
  // @ts-ignore: decorator
  @inline export const FGPARTITION = 45;
  // @ts-ignore: decorator
  @inline export const FILL = 46;
  // @ts-ignore: decorator
  @inline export const FIRST = 47;
  // @ts-ignore: decorator
  @inline export const FLIP = 48;
  // @ts-ignore: decorator
  @inline export const FORK = 49;
  // @ts-ignore: decorator
  @inline export const FRONTIERS = 50;
  // @ts-ignore: decorator
  @inline export const GRAVITATE = 51;
  // @ts-ignore: decorator
  @inline export const GREATER = 52;
  // @ts-ignore: decorator
  @inline export const HALVE = 53;
  // @ts-ignore: decorator
  @inline export const HCONCAT = 54;
  // @ts-ignore: decorator
  @inline export const HEIGHT = 55;
  // @ts-ignore: decorator
  @inline export const HFRONTIER = 56;
  // @ts-ignore: decorator
  @inline export const HLINE = 57;
  // @ts-ignore: decorator
  @inline export const HMATCHING = 58;
  // @ts-ignore: decorator
  @inline export const HMIRROR = 59;
  // @ts-ignore: decorator
  @inline export const HPERIOD = 60;
  // @ts-ignore: decorator
  @inline export const HSPLIT = 61;
  // @ts-ignore: decorator
  @inline export const HUPSCALE = 62;
  // @ts-ignore: decorator
  @inline export const IDENTITY = 63;
  // @ts-ignore: decorator
  @inline export const INBOX = 64;
  // @ts-ignore: decorator
  @inline export const INCREMENT = 65;
  // @ts-ignore: decorator
  @inline export const INDEX = 66;
  // @ts-ignore: decorator
  @inline export const INEIGHBORS = 67;
  // @ts-ignore: decorator
  @inline export const INITSET = 68;
  // @ts-ignore: decorator
  @inline export const INSERT = 69;
  // @ts-ignore: decorator
  @inline export const INTERSECTION = 70;
  // @ts-ignore: decorator
  @inline export const INTERVAL = 71;
  // @ts-ignore: decorator
  @inline export const INVERT = 72;
  // @ts-ignore: decorator
  @inline export const LAST = 73;
  // @ts-ignore: decorator
  @inline export const LBIND = 74;
  // @ts-ignore: decorator
  @inline export const LEASTCOLOR = 75;
  // @ts-ignore: decorator
  @inline export const LEASTCOMMON = 76;
  // @ts-ignore: decorator
  @inline export const LEFTHALF = 77;
  // @ts-ignore: decorator
  @inline export const LEFTMOST = 78;
  // @ts-ignore: decorator
  @inline export const LLCORNER = 79;
  // @ts-ignore: decorator
  @inline export const LOWERMOST = 80;
  // @ts-ignore: decorator
  @inline export const LRCORNER = 81;
  // @ts-ignore: decorator
  @inline export const MANHATTAN = 82;
  // @ts-ignore: decorator
  @inline export const MAPPLY = 83;
  // @ts-ignore: decorator
  @inline export const MATCHER = 84;
  // @ts-ignore: decorator
  @inline export const MAXIMUM = 85;
  // @ts-ignore: decorator
  @inline export const MERGE = 86;
  // @ts-ignore: decorator
  @inline export const MFILTER = 87;
  // @ts-ignore: decorator
  @inline export const MINIMUM = 88;
  // @ts-ignore: decorator
  @inline export const MOSTCOLOR = 89;
  // @ts-ignore: decorator
  @inline export const MOSTCOMMON = 90;
  // @ts-ignore: decorator
  @inline export const MOVE = 91;
  // @ts-ignore: decorator
  @inline export const MPAPPLY = 92;
  // @ts-ignore: decorator
  @inline export const MULTIPLY = 93;
  // @ts-ignore: decorator
  @inline export const NEIGHBORS = 94;
  // @ts-ignore: decorator
  @inline export const NORMALIZE = 95;
  // @ts-ignore: decorator
  @inline export const NUMCOLORS = 96;
  // @ts-ignore: decorator
  @inline export const OBJECTS = 97;
  // @ts-ignore: decorator
  @inline export const OCCURRENCES = 98;
  // @ts-ignore: decorator
  @inline export const OFCOLOR = 99;
  // @ts-ignore: decorator
  @inline export const ORDER = 100;
  // @ts-ignore: decorator
  @inline export const OTHER = 101;
  // @ts-ignore: decorator
  @inline export const OUTBOX = 102;
  // @ts-ignore: decorator
  @inline export const PAINT = 103;
  // @ts-ignore: decorator
  @inline export const PAIR = 104;
  // @ts-ignore: decorator
  @inline export const PALETTE = 105;
  // @ts-ignore: decorator
  @inline export const PAPPLY = 106;
  // @ts-ignore: decorator
  @inline export const PARTITION = 107;
  // @ts-ignore: decorator
  @inline export const PORTRAIT = 108;
  // @ts-ignore: decorator
  @inline export const POSITION = 109;
  // @ts-ignore: decorator
  @inline export const POSITIVE = 110;
  // @ts-ignore: decorator
  @inline export const POWER = 111;
  // @ts-ignore: decorator
  @inline export const PRAPPLY = 112;
  // @ts-ignore: decorator
  @inline export const PRODUCT = 113;
  // @ts-ignore: decorator
  @inline export const RAPPLY = 114;
  // @ts-ignore: decorator
  @inline export const RBIND = 115;
  // @ts-ignore: decorator
  @inline export const RECOLOR = 116;
  // @ts-ignore: decorator
  @inline export const REMOVE = 117;
  // @ts-ignore: decorator
  @inline export const REPEAT = 118;
  // @ts-ignore: decorator
  @inline export const REPLACE = 119;
  // @ts-ignore: decorator
  @inline export const RIGHTHALF = 120;
  // @ts-ignore: decorator
  @inline export const RIGHTMOST = 121;
  // @ts-ignore: decorator
  @inline export const ROT180 = 122;
  // @ts-ignore: decorator
  @inline export const ROT270 = 123;
  // @ts-ignore: decorator
  @inline export const ROT90 = 124;
  // @ts-ignore: decorator
  @inline export const SFILTER = 125;
  // @ts-ignore: decorator
  @inline export const SHAPE = 126;
  // @ts-ignore: decorator
  @inline export const SHIFT = 127;
  // @ts-ignore: decorator
  @inline export const SHOOT = 128;
  // @ts-ignore: decorator
  @inline export const SIGN = 129;
  // @ts-ignore: decorator
  @inline export const SIZE = 130;
  // @ts-ignore: decorator
  @inline export const SIZEFILTER = 131;
  // @ts-ignore: decorator
  @inline export const SQUARE = 132;
  // @ts-ignore: decorator
  @inline export const SUBGRID = 133;
  // @ts-ignore: decorator
  @inline export const SUBTRACT = 134;
  // @ts-ignore: decorator
  @inline export const SWITCH = 135;
  // @ts-ignore: decorator
  @inline export const TOINDICES = 136;
  // @ts-ignore: decorator
  @inline export const TOIVEC = 137;
  // @ts-ignore: decorator
  @inline export const TOJVEC = 138;
  // @ts-ignore: decorator
  @inline export const TOOBJECT = 139;
  // @ts-ignore: decorator
  @inline export const TOPHALF = 140;
  // @ts-ignore: decorator
  @inline export const TOTUPLE = 141;
  // @ts-ignore: decorator
  @inline export const TRIM = 142;
  // @ts-ignore: decorator
  @inline export const ULCORNER = 143;
  // @ts-ignore: decorator
  @inline export const UNDERFILL = 144;
  // @ts-ignore: decorator
  @inline export const UNDERPAINT = 145;
  // @ts-ignore: decorator
  @inline export const UPPERMOST = 146;
  // @ts-ignore: decorator
  @inline export const UPSCALE = 147;
  // @ts-ignore: decorator
  @inline export const URCORNER = 148;
  // @ts-ignore: decorator
  @inline export const VALMAX = 149;
  // @ts-ignore: decorator
  @inline export const VALMIN = 150;
  // @ts-ignore: decorator
  @inline export const VCONCAT = 151;
  // @ts-ignore: decorator
  @inline export const VFRONTIER = 152;
  // @ts-ignore: decorator
  @inline export const VLINE = 153;
  // @ts-ignore: decorator
  @inline export const VMATCHING = 154;
  // @ts-ignore: decorator
  @inline export const VMIRROR = 155;
  // @ts-ignore: decorator
  @inline export const VPERIOD = 156;
  // @ts-ignore: decorator
  @inline export const VSPLIT = 157;
  // @ts-ignore: decorator
  @inline export const VUPSCALE = 158;
  // @ts-ignore: decorator
  @inline export const WIDTH = 159;
}

/** How many primitives there are. */
// @ts-ignore: decorator
@inline export const PRIMITIVES = 160;
