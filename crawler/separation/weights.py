"""What the measures of a block count: trees of at most three questions, written by benchmarks/separation.

`m3` is the fourth of the numbers that `Evidence.of` measured, `named` and `said` are its bits: `0.2 if m3 <= 0.5 else
-0.1` asks whether that number is at most a half. Each sum is put down to the measure that its trees ask for first:
`NAMES`, in the same order. Do not edit: fit anew.
"""

# fmt: off
NAMES = (
    "block before it: heading",
    "block before it: names",
    "block before it: share of links",
    "block behind it: heading",
    "block behind it: length",
    "block behind it: share of links",
    "blocks since the title",
    "how often it stands on the page",
    "it begins with a capital",
    "it ends as a sentence",
    "it follows the title closely",
    "it is a list's item",
    "it is named like a body",
    "it is one of several such headings",
    "it is short and says that it is none of the body's",
    "it repeats the description",
    "it stands in the body's region",
    "its commas per word",
    "its container: number of blocks",
    "its container: share of the page's running text",
    "its container: share that is running text",
    "its depth below the body's region",
    "its length",
    "its place in its container",
    "its place, from the body's first to its last block",
    "its share of capitals",
    "its share of digits",
    "its share of links",
    "its words",
    "named byline",
    "named caption",
    "named consent",
    "named controls",
    "named hidden",
    "named navigation",
    "named page foot",
    "named reading aids",
    "named share bar",
    "says caption",
    "says consent",
    "second before it: length",
    "second before it: share of links",
    "share of the body before it",
    "share of the body in elements like it",
    "share of the body right beside it",
    "the box around that: number of blocks",
    "the box around that: share of links",
    "the box around that: share of the page's running text",
    "the box around that: share that is running text",
    "the page's data holds a body without it",
)


def add_up(numbers: list[float], named: int, said: int) -> tuple[float, ...]:
    """What each of `NAMES` adds to the logarithm of the odds that the block is the body's."""
    (
        m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, _, _, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23, m24, m25,
        m26, m27, _, m29, _, m31, _, _, m34, _, m36, m37, m38, m39, m40, m41, m42, m43, m44, m45, m46, m47, m48, _, m50, _,
        m52, _, m54, m55, m56, m57, m58, m59, m60, _, _, m63, m64, m65, m66, _, m68, _, _, m71, m72, _, m74, _, m76,
    ) = numbers
    return (
        # block before it: heading
        ((-0.055 if m26 <= 15.5 else 0.087) if m57 else (0.009 if m37 <= 0.999059 else -0.087))
        + (-0.041 if m57 else (-0.005 if m1 <= 24.5 else (0.062 if m21 <= 34.5 else -0.032))),
        # block before it: names
        ((0.009 if m36 else -0.118) if m58 else (0.073 if m56 <= 0.998762 else -0.1)),
        # block before it: share of links
        ((-0.032 if m66 else (-0.058 if m15 else 0.116)) if m56 <= 0.239304 else -0.104)
        + (((0.131 if m60 else 0.01) if m19 <= 0.0144745 else -0.011) if m56 <= 0.317931 else -0.054),
        # block behind it: heading
        (-0.048 if m65 else (0.011 if m7 <= 0.190826 else (-0.251 if m18 else -0.008)))
        + (((0.079 if m72 <= 0.636932 else -0.096) if m41 <= 0.375964 else -0.076) if m65 else 0.01),
        # block behind it: length
        ((0.036 if m39 <= 0.89588 else (0.013 if m44 <= 0.632056 else -0.032)) if m63 <= 5.99769 else 0.066)
        + ((0.077 if m20 <= -14.3038 else (-0.016 if m20 <= 32.5357 else 0.085)) if m63 <= 5.99769 else 0.057)
        + ((0.053 if m36 else (0.051 if m52 else -0.039)) if m63 <= 3.06778 else -0.015),
        # block behind it: share of links
        ((-0.186 if m16 else (-0.027 if m58 else 0.064)) if m64 <= 0.818927 else -0.085)
        + ((-0.181 if named & 16384 else (0.004 if m1 <= 32.5 else 0.094)) if m64 <= 0.348295 else -0.067),
        # blocks since the title
        (-0.073 if m24 <= -20.5 else (0.038 if m40 <= 0.482804 else (0.005 if m7 <= 0.0811655 else -0.082)))
        + (-0.074 if m24 <= -15.5 else (0.024 if m24 <= 43.5 else (0.036 if m55 <= 2.91741 else -0.051)))
        + ((-0.015 if m38 <= 0.0567365 else 0.023) if m24 <= 274.5 else (-0.116 if m54 else 0.162))
        + (-0.052 if m24 <= 0.0 else ((0.132 if m14 else 0.013) if m40 <= 0.813512 else -0.015))
        + ((-0.067 if m20 <= 0.0 else 0.06) if m24 <= 0.0 else (0.089 if m20 <= -0.798649 else 0.002)),
        # how often it stands on the page
        ((-0.097 if m15 else (-0.094 if m0 <= 2.8029 else 0.028)) if m8 <= 29.5 else 0.22)
        + ((-0.017 if m1 <= 46.5 else 0.063) if m8 <= 29.5 else (0.275 if m8 <= 53.0 else -0.119))
        + ((-0.114 if named & 1 else 0.003) if m8 <= 29.5 else (0.216 if m8 <= 53.0 else -0.101))
        + ((-0.001 if m8 <= 6.5 else -0.132) if m8 <= 29.5 else (0.185 if m8 <= 53.0 else -0.094))
        + (((-0.022 if m41 <= 0.589314 else 0.036) if m4 else -0.026) if m8 <= 29.5 else 0.099)
        + ((0.001 if m8 <= 6.5 else -0.099) if m8 <= 29.5 else (0.165 if m8 <= 37.5 else -0.043)),
        # it begins with a capital
        (-0.004 if m9 else ((0.141 if m38 <= 0.987261 else -0.07) if m52 else -0.004)),
        # it ends as a sentence
        ((0.104 if m20 <= 1.0008 else -0.067) if m4 else (-0.083 if m8 <= 23.5 else 0.223)),
        # it follows the title closely
        (0.189 if m34 else (-0.094 if named & 262144 else (0.075 if m44 <= 0.0949208 else -0.013))),
        # it is a list's item
        (0.077 if m14 else ((0.073 if m13 else -0.042) if m7 <= 0.0445152 else -0.033))
        + (((-0.071 if m24 <= -45.5 else 0.117) if m22 <= 38.5 else -0.101) if m14 else -0.003)
        + (((0.164 if m17 else 0.011) if m40 <= 0.893172 else -0.085) if m14 else -0.002),
        # it is named like a body
        (0.015 if m36 else (-0.056 if m50 else (-0.032 if m43 <= 2.52493 else 0.063))),
        # it is one of several such headings
        (0.095 if m27 else (0.033 if m41 <= 0.0114821 else (0.008 if m4 else -0.067)))
        + (0.07 if m27 else ((-0.012 if m43 <= 4.70501 else 0.067) if m26 <= 107.5 else -0.161))
        + ((0.099 if m25 <= 6.5 else -0.079) if m27 else (-0.01 if m6 <= 0.00873379 else 0.023))
        + (0.07 if m27 else (-0.092 if m16 else (0.01 if m56 <= 0.0442427 else -0.024))),
        # it is short and says that it is none of the body's
        (-0.158 if m16 else (0.245 if m20 <= -26.7386 else (0.163 if m31 else -0.002)))
        + (-0.147 if m16 else ((0.091 if m40 <= 0.312943 else -0.005) if m48 <= 0.472136 else -0.044))
        + (-0.153 if m16 else (-0.126 if named & 1048576 else (-0.037 if m15 else 0.028)))
        + (-0.13 if m16 else (0.137 if m20 <= -15.2958 else (0.109 if m27 else -0.007)))
        + (-0.134 if m16 else (-0.06 if m24 <= 0.0 else (-0.009 if m74 else 0.046)))
        + (-0.138 if m16 else ((0.046 if m56 <= 0.980581 else -0.041) if m44 <= 0.823525 else -0.016))
        + (-0.126 if m16 else (-0.07 if named & 262144 else (-0.097 if named & 8192 else 0.013)))
        + (-0.094 if m16 else ((-0.085 if named & 1 else 0.025) if m22 <= -18.5 else -0.014)),
        # it repeats the description
        (0.18 if m31 else ((-0.075 if m20 <= 28.05 else 0.204) if m58 else 0.031))
        + (0.163 if m31 else (-0.052 if m58 else (-0.071 if m15 else 0.04)))
        + (0.139 if m31 else ((-0.034 if m24 <= 229.5 else 0.111) if m1 <= 33.5 else 0.047))
        + (0.148 if m31 else (0.041 if m52 else (-0.047 if m37 <= 0.734858 else 0.036)))
        + (0.095 if m31 else (-0.096 if m29 else (-0.091 if m16 else 0.001)))
        + (0.083 if m31 else ((0.001 if m40 <= 0.8949 else -0.063) if m40 <= 0.965853 else 0.027))
        + (0.093 if m31 else (-0.104 if m29 else (0.042 if m14 else -0.006)))
        + (0.108 if m31 else ((0.033 if m71 <= 3.59722 else -0.013) if m21 <= 34.5 else -0.03)),
        # it stands in the body's region
        ((-0.066 if m15 else 0.133) if m17 else (0.319 if m31 else -0.139)),
        # its commas per word
        (((0.037 if m44 <= 0.868835 else -0.053) if m59 else -0.046) if m5 <= 0.025105 else 0.027)
        + ((0.006 if m20 <= 0.632331 else (-0.059 if m37 <= 0.912148 else 0.038)) if m5 <= 0.0245408 else 0.024)
        + ((0.005 if m37 <= 0.226305 else -0.041) if m5 <= 0.0218345 else (0.033 if m47 <= 6.29526 else -0.072)),
        # its container: number of blocks
        ((0.002 if m24 <= 34.5 else 0.102) if m39 <= 0.89588 else (0.01 if m24 <= 47.5 else -0.039)),
        # its container: share of the page's running text
        ((-0.018 if m42 <= 0.0832812 else -0.192) if m37 <= 0.0652023 else (0.0 if m15 else 0.304)),
        # its container: share that is running text
        (((0.003 if m8 <= 1.5 else 0.074) if m44 <= 0.823525 else -0.048) if m40 <= 0.965853 else 0.037)
        + (((-0.024 if m24 <= 2.5 else 0.078) if m20 <= 2.6697 else -0.052) if m40 <= 0.397924 else -0.01)
        + (0.019 if m40 <= 0.312943 else (0.055 if m12 else (-0.006 if m3 else -0.092))),
        # its depth below the body's region
        ((-0.12 if named & 8192 else (0.022 if m2 <= 0.0151638 else -0.032)) if m25 <= 10.5 else -0.135)
        + (-0.006 if m25 <= 9.5 else (-0.125 if m2 <= 0.588761 else (0.188 if m0 <= 3.48112 else -0.058))),
        # its length
        (((-0.204 if m16 else 0.017) if m56 <= 0.239304 else -0.12) if m0 <= 4.90896 else 0.083)
        + (((-0.061 if m74 else 0.049) if m2 <= 0.0249678 else -0.114) if m0 <= 5.13873 else 0.087)
        + ((0.119 if m27 else -0.059) if m0 <= 4.47162 else (0.009 if m37 <= 0.648185 else 0.106))
        + (-0.081 if m0 <= 2.86179 else (0.065 if m21 <= 8.5 else (-0.032 if m24 <= 205.5 else 0.12)))
        + (-0.058 if m0 <= 2.8029 else (0.165 if m1 <= 1.5 else (-0.01 if m0 <= 5.87633 else 0.044)))
        + (-0.05 if m0 <= 2.8029 else ((0.094 if m76 else 0.01) if m19 <= 0.0125492 else -0.014))
        + ((-0.003 if m18 <= 0.107432 else -0.102) if m0 <= 4.10261 else (-0.004 if m18 <= 0.763679 else 0.059)),
        # its place in its container
        ((-0.009 if m0 <= 6.18312 else (0.086 if m47 <= 6.56808 else -0.105)) if m26 <= 107.5 else -0.138),
        # its place, from the body's first to its last block
        ((-0.089 if m24 <= 0.0 else 0.068) if m20 <= 0.89513 else (-0.093 if m20 <= 59.125 else 0.308))
        + ((-0.156 if m16 else (-0.086 if named & 262144 else 0.059)) if m20 <= 0.811066 else -0.049)
        + (0.27 if m20 <= -17.9129 else ((0.063 if m68 else -0.023) if m2 <= 0.696288 else -0.093))
        + ((0.036 if m20 <= 0.49525 else (-0.07 if m18 <= 0.694223 else 0.02)) if m20 <= 32.5357 else 0.228)
        + (0.148 if m20 <= -23.9792 else (-0.147 if named & 1 else (-0.128 if m29 else 0.005)))
        + (0.126 if m20 <= -26.7386 else (0.085 if m27 else (0.019 if m60 else -0.031)))
        + ((-0.098 if named & 131072 else (0.015 if m64 <= 0.334331 else -0.037)) if m20 <= 32.5357 else 0.115)
        + (((-0.132 if named & 16384 else 0.026) if m20 <= 0.166792 else -0.023) if m20 <= 41.875 else 0.101)
        + ((-0.005 if m8 <= 1.5 else 0.182) if m20 <= -14.3038 else (-0.003 if m5 <= 0.157072 else 0.069)),
        # its share of capitals
        ((-0.022 if m74 else 0.096) if m7 <= 0.0445152 else (0.002 if m19 <= 0.00790392 else -0.07))
        + ((0.026 if m23 <= 0.770229 else (-0.056 if m24 <= 205.5 else 0.105)) if m7 <= 0.300794 else -0.162)
        + (((0.153 if m44 <= 0.827408 else -0.069) if m14 else 0.002) if m7 <= 0.174258 else -0.094)
        + ((0.129 if m31 else (0.012 if m48 <= 0.53894 else -0.054)) if m7 <= 0.300794 else -0.167)
        + (((-0.053 if m15 else 0.015) if m8 <= 29.5 else 0.138) if m7 <= 0.300794 else -0.16)
        + (((0.133 if m31 else -0.008) if m0 <= 6.16856 else 0.091) if m7 <= 0.35389 else -0.175)
        + ((-0.047 if m43 <= 2.2499 else 0.076) if m7 <= 0.0445152 else (0.019 if m19 <= 0.00790392 else -0.066))
        + ((-0.124 if named & 1048576 else (-0.045 if m65 else 0.018)) if m7 <= 0.308776 else -0.153)
        + ((-0.107 if named & 1048576 else (0.015 if m47 <= 6.53742 else -0.116)) if m7 <= 0.400758 else -0.139)
        + ((-0.108 if named & 1024 else (0.001 if m8 <= 29.5 else 0.103)) if m7 <= 0.400758 else -0.126)
        + ((-0.011 if m26 <= 2.5 else 0.032) if m7 <= 0.190826 else (-0.012 if m39 <= 2.97009 else -0.199))
        + ((-0.114 if said & 1024 else 0.003) if m7 <= 0.35389 else (-0.164 if m26 else 0.043)),
        # its share of digits
        (((0.232 if m17 else -0.018) if named & 32768 else 0.001) if m6 <= 0.237065 else -0.114)
        + ((0.025 if m21 <= 8.5 else (0.074 if m71 <= 2.01268 else -0.023)) if m6 <= 0.237065 else -0.082)
        + (((-0.138 if m22 <= 7.5 else 0.181) if named & 16384 else 0.008) if m6 <= 0.237065 else -0.106),
        # its share of links
        (((0.101 if m60 else -0.057) if m37 <= 0.0956846 else 0.119) if m2 <= 0.276393 else -0.141)
        + ((0.095 if m20 <= 1.0008 else (-0.125 if m20 <= 32.5357 else 0.25)) if m2 <= 0.315503 else -0.142)
        + ((-0.031 if m66 else (-0.066 if m15 else 0.113)) if m2 <= 0.156565 else -0.116)
        + (((-0.074 if m24 <= 0.0 else 0.077) if m22 <= 0.0 else -0.075) if m2 <= 0.197877 else -0.11)
        + ((-0.181 if m16 else (0.065 if m20 <= 1.0008 else -0.049)) if m2 <= 0.0653598 else -0.085)
        + ((-0.015 if m39 <= 1.7006 else 0.051) if m2 <= 0.039775 else (-0.135 if m46 else -0.021))
        + ((0.02 if m48 <= 0.531754 else -0.056) if m2 <= 0.0249678 else (-0.022 if m55 <= 4.91632 else -0.127)),
        # its words
        ((-0.155 if m41 <= 0.125632 else -0.001) if m1 <= 16.5 else (0.216 if m23 <= 0.943211 else -0.062))
        + ((-0.02 if m74 <= 1.5 else -0.161) if m1 <= 15.5 else (0.047 if m39 <= 1.7006 else 0.203))
        + (((0.044 if m22 <= 0.0 else -0.102) if m48 <= 0.275769 else -0.121) if m1 <= 21.5 else 0.095)
        + ((-0.039 if m8 <= 29.5 else (0.602 if m8 <= 37.5 else 0.077)) if m1 <= 32.5 else 0.075)
        + ((0.028 if m40 <= 0.312943 else (-0.001 if m8 <= 1.5 else -0.123)) if m1 <= 80.5 else 0.09),
        # named byline
        ((0.086 if m0 <= 2.67355 else -0.132) if named & 8192 else (0.011 if m7 <= 0.107007 else -0.029)),
        # named caption
        (-0.15 if named & 16384 else ((-0.138 if m29 else 0.033) if m2 <= 0.0316218 else -0.045))
        + (-0.138 if named & 16384 else (0.136 if m31 else (0.039 if m41 <= 0.0086593 else -0.018)))
        + (-0.132 if named & 16384 else (0.021 if m23 <= 0.828138 else (-0.056 if m8 <= 2.5 else 0.121))),
        # named consent
        (-0.155 if named & 1024 else ((-0.069 if m0 <= 2.8029 else 0.011) if m23 <= 1.86286 else 0.118))
        + (-0.112 if named & 1024 else (0.027 if m41 <= 0.0114821 else (-0.044 if m55 <= 3.79543 else 0.011))),
        # named controls
        (-0.08 if named & 131072 else (0.023 if m21 <= 19.5 else (-0.053 if m38 else 0.018)))
        + (-0.07 if named & 131072 else (-0.053 if m65 else (-0.15 if said & 1024 else 0.015))),
        # named hidden
        ((0.124 if m20 <= -35.8125 else -0.121) if named & 1 else (0.016 if m2 <= 0.696288 else -0.04))
        + (-0.087 if named & 1 else (-0.145 if said & 1024 else (0.023 if m44 <= 0.871781 else -0.014)))
        + (-0.093 if named & 1 else ((0.068 if m19 <= 0.336794 else -0.014) if m60 else -0.013)),
        # named navigation
        (-0.073 if named & 262144 else ((0.027 if m2 <= 0.769673 else -0.081) if m25 <= 3.5 else -0.031))
        + ((-0.12 if m38 <= 0.994286 else 0.032) if named & 262144 else (0.018 if m2 <= 0.689764 else -0.051)),
        # named page foot
        (-0.154 if named & 1048576 else ((0.128 if m27 else -0.009) if m0 <= 5.87633 else 0.091))
        + (-0.141 if named & 1048576 else (-0.132 if named & 8192 else (-0.064 if m24 <= 0.0 else 0.023)))
        + (-0.137 if named & 1048576 else ((0.026 if m23 <= 0.828138 else -0.04) if m20 <= 59.125 else 0.186))
        + (-0.13 if named & 1048576 else (0.027 if m18 <= 0.0154929 else (-0.075 if m18 <= 0.694223 else 0.029)))
        + (-0.101 if named & 1048576 else (-0.058 if named & 131072 else (0.021 if m18 <= 0.0154929 else -0.015)))
        + (-0.106 if named & 1048576 else (0.003 if m43 <= 4.8243 else (-0.089 if m25 <= 0.0 else 0.165)))
        + (-0.102 if named & 1048576 else ((0.0 if m43 <= 4.79164 else 0.069) if m45 else -0.105)),
        # named reading aids
        (0.144 if named & 32768 else (0.08 if m27 else (-0.103 if named & 8192 else -0.006))),
        # named share bar
        (-0.112 if named & 256 else (-0.046 if m24 <= 0.0 else (0.039 if m18 <= 0.0154929 else -0.013))),
        # says caption
        (-0.163 if said & 16384 else (0.107 if m31 else (-0.011 if m41 <= 0.902767 else 0.027))),
        # says consent
        (-0.205 if said & 1024 else (-0.059 if m0 <= 2.8029 else (0.092 if m44 <= 0.0808102 else -0.004)))
        + (-0.198 if said & 1024 else ((0.017 if m23 <= 0.528139 else -0.034) if m23 <= 2.22635 else 0.109))
        + (-0.138 if said & 1024 else ((-0.116 if m42 <= 0.951248 else 0.06) if named & 262144 else 0.013)),
        # second before it: length
        (((0.008 if m38 <= 0.905069 else -0.037) if m7 <= 0.35389 else -0.093) if m47 <= 6.53742 else -0.103),
        # second before it: share of links
        ((0.005 if m18 <= 0.763679 else 0.045) if m48 <= 0.756837 else (-0.051 if m63 <= 5.6113 else 0.064)),
        # share of the body before it
        ((0.018 if m23 <= 0.528139 else -0.031) if m23 <= 1.76929 else (0.008 if m44 <= 0.741785 else 0.198))
        + ((0.107 if m34 else (-0.013 if m43 <= 4.59004 else 0.049)) if m23 <= 1.76929 else 0.076)
        + ((-0.032 if m43 <= 2.13833 else 0.032) if m23 <= 0.65963 else (-0.033 if m23 <= 1.45495 else 0.056)),
        # share of the body in elements like it
        (((-0.158 if m58 else 0.081) if m38 <= 0.0983205 else -0.186) if m18 <= 0.0072732 else 0.264)
        + ((-0.157 if m63 <= 5.75098 else 0.133) if m18 <= 0.00955119 else (0.116 if m18 <= 0.485855 else 0.248))
        + (0.169 if m18 else ((0.373 if m31 else -0.14) if m23 <= 16.9879 else 0.357))
        + (((-0.113 if m58 else 0.116) if m38 <= 0.134302 else -0.158) if m18 <= 0.0287796 else 0.16)
        + ((0.242 if m31 else (-0.037 if m72 <= 0.56252 else -0.144)) if m18 <= 0.204894 else 0.138)
        + (((-0.096 if m63 <= 4.52719 else 0.041) if m8 <= 23.5 else 0.292) if m18 <= 0.549248 else 0.116)
        + (((0.012 if m23 <= 0.528139 else -0.098) if m23 <= 2.22635 else 0.168) if m18 <= 0.763679 else 0.067)
        + ((-0.074 if m18 <= 0.763679 else 0.03) if m18 else (0.057 if m59 else -0.014))
        + (0.015 if m18 <= 0.0154929 else ((-0.066 if m18 <= 0.657485 else 0.038) if m2 <= 0.696288 else -0.181))
        + (0.014 if m18 <= 0.049264 else ((-0.087 if m18 <= 0.154854 else 0.026) if m7 <= 0.0811655 else -0.108)),
        # share of the body right beside it
        ((-0.859 if m42 <= 0.125538 else -0.977) if m19 <= 0.0125492 else (-0.35 if m20 <= 1.0008 else -0.732))
        + ((-0.134 if m58 else (0.087 if m22 <= 0.0 else -0.144)) if m19 <= 0.0725482 else 0.14)
        + (((0.092 if m20 <= 1.0008 else -0.111) if m38 <= 0.0599564 else -0.134) if m19 <= 0.0797214 else 0.128)
        + ((-0.111 if m66 else (0.08 if m20 <= 1.0008 else -0.13)) if m19 <= 0.0725482 else 0.114),
        # the box around that: number of blocks
        ((0.001 if m43 <= 4.119 else (-0.222 if m41 <= 0.863921 else -0.003)) if m43 <= 4.70501 else 0.066)
        + ((-0.033 if m21 <= 49.5 else 0.047) if m43 <= 2.602 else (0.033 if m21 <= 46.5 else -0.039)),
        # the box around that: share of links
        ((-0.094 if named & 262144 else (0.004 if m20 <= 14.9045 else 0.113)) if m42 <= 0.500139 else -0.039),
        # the box around that: share of the page's running text
        ((-0.121 if m23 <= 4.96377 else 0.299) if m41 <= 0.124345 else (0.136 if m2 <= 0.325291 else -0.177))
        + (((0.011 if m19 <= 0.294578 else -0.034) if m41 <= 0.974412 else 0.101) if m41 <= 0.985426 else -0.052)
        + ((-0.012 if m41 <= 0.57606 else -0.36) if m41 <= 0.589314 else (0.036 if m2 <= 0.0207257 else -0.058)),
        # the box around that: share that is running text
        (((-0.004 if m0 <= 5.64721 else 0.071) if m24 <= 47.5 else -0.036) if m44 <= 0.945401 else 0.046),
        # the page's data holds a body without it
        (-0.149 if m29 else (-0.072 if m0 <= 2.8029 else (0.302 if m1 <= 1.5 else 0.012)))
        + (-0.123 if m29 else (-0.095 if named & 1 else (-0.055 if m24 <= 0.0 else 0.017)))
        + (-0.109 if m29 else ((-0.01 if m37 else 0.031) if m47 <= 6.56808 else -0.121)),
    )
